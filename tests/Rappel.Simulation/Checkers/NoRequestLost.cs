using Rappel.Engine;
using Rappel.Engine.Journal;

namespace Rappel.Simulation.Checkers;

/// <summary>Whoever heard "it is done" has a request on disk at that moment, and every request on disk comes to an end.</summary>
internal sealed class NoRequestLost(Referee referee, SimStore store) : Checker(referee)
{
    /// <summary>The promise is said as soon as the request is on disk, and heard to its end.</summary>
    private static readonly TimeSpan Said = TimeSpan.FromSeconds(60);

    private readonly Dictionary<string, Instant> _written = new(StringComparer.Ordinal);

    public override void Durable(Instant now, StoreRow row)
    {
        if (row is StoreRow.OfCallback({ Parent: not null } callback))
        {
            _written[callback.Number] = TrueTime;
        }
    }

    public override void CallerWasPromised(Instant now, string digits)
    {
        if (digits.Length < 10 || !_written.TryGetValue($"+1{digits[^10..]}", out var written) || TrueTime - written > Said)
        {
            Object(now, $"{digits} was promised a callback that is not on disk");
        }
    }

    public override void AtTheEnd(Instant now, LiveView? view)
    {
        foreach (var open in store.Open)
        {
            Object(now, $"{open.Id} is still {open.Status}, expired at {open.ExpiresAt:u}");
        }
    }
}
