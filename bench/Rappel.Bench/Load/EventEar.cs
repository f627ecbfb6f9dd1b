using System.Collections.Concurrent;
using System.Diagnostics;
using System.IO;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace Rappel.Bench.Load;

/// <summary>One who listens to the server's events. Notes when a word that somebody waits for is heard first.</summary>
internal sealed class EventEar(HttpClient client, string query, ConcurrentDictionary<string, long>? heard = null) : IDisposable
{
    private const string Data = "data: ";
    private readonly CancellationTokenSource ended = new();
    private Task reading = Task.CompletedTask;
    private long events;
    private bool isOver;

    public long Events => Interlocked.Read(ref events);

    /// <summary>The line ended by itself.</summary>
    public bool Broke => reading.IsCompleted && !isOver;

    /// <summary>Ends when the first event is here.</summary>
    public async Task Begin()
    {
        var first = new TaskCompletionSource();
        reading = Task.Run(() => Read(first));
        await first.Task;
    }

    public void Dispose()
    {
        if (!isOver)
        {
            isOver = true;
            ended.Cancel();
            ended.Dispose();
        }
    }

    private async Task Read(TaskCompletionSource first)
    {
        try
        {
            using var response = await client.GetAsync(new Uri($"events?{query}", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, ended.Token);
            response.EnsureSuccessStatusCode();
            using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(ended.Token));
            while (await lines.ReadLineAsync(ended.Token) is { } line)
            {
                if (line.StartsWith(Data, StringComparison.Ordinal))
                {
                    Interlocked.Increment(ref events);
                    Note(line);
                    first.TrySetResult();
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Nobody wants to hear more.
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            first.TrySetException(failure);
        }
    }

    private void Note(string line)
    {
        foreach (var (word, at) in heard ?? [])
        {
            if (at == 0 && line.Contains(word, StringComparison.Ordinal))
            {
                heard![word] = Stopwatch.GetTimestamp();
            }
        }
    }
}
