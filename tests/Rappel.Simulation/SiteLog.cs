using System.Text;
using Rappel.Engine;
using Rappel.Engine.Journal;
using Rappel.Simulation.Checkers;

namespace Rappel.Simulation;

/// <summary>What the server says: counted by kind, and for whoever looks into a failing seed printed with all that it writes and sends.</summary>
internal sealed class SiteLog(World world, Referee referee, bool print)
{
    private readonly SortedDictionary<string, int> _counts = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, int> Counts => _counts;

    /// <summary>Null where nobody wants to see it.</summary>
    public Action<string, string, ReadOnlyMemory<byte>>? OnDelivered => print ? Show : null;

    /// <summary>An error is a violation: a broken invariant, above all.</summary>
    public void Add(Instant now, EngineOutput.Log entry)
    {
        _counts[entry.Kind] = _counts.GetValueOrDefault(entry.Kind) + 1;
        // A disk that takes no recording is a fault of this world, and none of the engine's.
        if (entry is { Level: LogLevel.Error, Kind: not "recording-failed" })
        {
            referee.Violation(now, "engine-error", $"{entry.Kind}: {entry.Text}");
        }

        Print($"{entry.Level} {entry.Kind} {entry.Text}");
    }

    public void Show(StoreRow row)
    {
        if (print)
        {
            Print($"row {row}");
        }
    }

    public void Show(MediaOrder order)
    {
        if (print)
        {
            Print($"media {order}");
        }
    }

    private void Show(string from, string to, ReadOnlyMemory<byte> message)
    {
        var lines = Encoding.UTF8.GetString(message.Span).Split("\r\n");
        var call = lines.FirstOrDefault(l => l.StartsWith("Call-ID", StringComparison.OrdinalIgnoreCase));
        var sequence = lines.FirstOrDefault(l => l.StartsWith("CSeq", StringComparison.OrdinalIgnoreCase));
        Print($"{from} to {to}: {lines[0]}; {sequence}; {call}");
    }

    private void Print(string text)
    {
        if (print)
        {
            Console.WriteLine($"{world.Now:MM-dd HH:mm:ss.fff} {text}");
        }
    }
}
