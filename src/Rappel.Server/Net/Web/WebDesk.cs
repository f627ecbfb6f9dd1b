using System.Collections.Concurrent;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;
using Rappel.Core.Ivr;
using Rappel.Engine;

namespace Rappel.Server.Net.Web;

/// <summary>Carries out what scripts ask of web servers, so many at once, and posts each answer to the engine. Never blocks.</summary>
public sealed class WebDesk(WebSender sender, Action<EngineInput> post) : IDisposable
{
    private readonly SemaphoreSlim places = new(WebLimits.AtOnce);
    private readonly ConcurrentDictionary<long, CancellationTokenSource> open = new();

    /// <summary>Requests that wait or are under way.</summary>
    public int Count => open.Count;

    public void Ask(EngineOutput.AskWeb ask)
    {
        if (open.Count >= WebLimits.Waiting)
        {
            post(new EngineInput.WebAnswered(ask.Question, WebAnswer.Failed("too many requests are under way")));
            return;
        }

        open[ask.Question] = new CancellationTokenSource();
        _ = Task.Run(() => CarryOut(ask.Question, ask.Asking));
    }

    public void Forget(long question)
    {
        if (open.TryGetValue(question, out var patience))
        {
            patience.Cancel();
        }
    }

    public void Dispose()
    {
        foreach (var patience in open.Values)
        {
            patience.Cancel();
        }
    }

    private async Task CarryOut(long question, WebAsking asking)
    {
        var patience = open[question];
        var began = Stopwatch.GetTimestamp();
        var answer = WebAnswer.Failed("no answer in time");
        try
        {
            // The time in line counts: the caller waits all the same.
            using var inTime = CancellationTokenSource.CreateLinkedTokenSource(patience.Token);
            inTime.CancelAfter(asking.Timeout);
            await places.WaitAsync(inTime.Token);
            try
            {
                var left = asking with { Timeout = asking.Timeout - Stopwatch.GetElapsedTime(began) };
                answer = left.Timeout > TimeSpan.Zero ? (await sender.SendAsync(left, patience.Token)).Read(asking.Pointers) : answer;
            }
            finally
            {
                places.Release();
            }
        }
        catch (OperationCanceledException)
        {
            // Said already.
        }
        finally
        {
            open.TryRemove(question, out _);
            post(new EngineInput.WebAnswered(question, answer));
        }
    }
}
