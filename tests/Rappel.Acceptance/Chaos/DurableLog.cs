using System.IO;
using System.Text;

namespace Rappel.Acceptance.Chaos;

/// <summary>Lines of tab-separated words, each flushed to disk before the writer goes on: what the check believes.</summary>
internal sealed class DurableLog(string file) : IDisposable
{
    private readonly FileStream stream = new(file, FileMode.CreateNew, FileAccess.Write, FileShare.Read);
    private readonly System.Threading.Lock writing = new();
    private readonly List<string[]> lines = [];

    public IReadOnlyList<string[]> Lines
    {
        get
        {
            lock (writing)
            {
                return [.. lines];
            }
        }
    }

    /// <param name="words">Written after the time in ticks (UTC).</param>
    public void Add(params string[] words)
    {
        lock (writing)
        {
            string[] line = [$"{DateTime.UtcNow.Ticks}", .. words];
            lines.Add(line);
            stream.Write(Encoding.UTF8.GetBytes(string.Join('\t', line) + "\n"));
            stream.Flush(flushToDisk: true);
        }
    }

    public void Dispose() => stream.Dispose();
}
