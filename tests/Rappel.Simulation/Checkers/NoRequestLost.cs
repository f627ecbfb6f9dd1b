using Rappel.Engine;

namespace Rappel.Simulation.Checkers;

/// <summary>Whoever heard "it is done" has a request on disk at that moment, and every request on disk comes to an end.</summary>
internal sealed class NoRequestLost(Referee referee, SimStore store) : Checker(referee)
{
    public override void CallerWasPromised(Instant now, string digits)
    {
        if (digits.Length < 10 || !store.OfNumber($"+1{digits[^10..]}").Any())
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
