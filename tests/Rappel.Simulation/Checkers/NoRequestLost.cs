using Rappel.Engine;

namespace Rappel.Simulation.Checkers;

/// <summary>Whoever heard "it is done" has a request on disk at that moment, and every request on disk comes to an end.</summary>
internal sealed class NoRequestLost(Referee referee, SimStore store) : Checker(referee)
{
    public override void CallerWasPromised(Instant now, string digits)
    {
        if (!store.Callbacks.Values.Any(c => digits.Length >= 10 && c.Number.EndsWith(digits, StringComparison.Ordinal)))
        {
            Object(now, $"{digits} was promised a callback that is not on disk");
        }
    }

    public override void AtTheEnd(Instant now, LiveView? view)
    {
        foreach (var open in store.Callbacks.Values.Where(c => !c.IsFinal))
        {
            Object(now, $"{open.Id} is still {open.Status}, expired at {open.ExpiresAt:u}");
        }
    }
}
