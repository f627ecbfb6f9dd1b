namespace Rappel.Simulation.Checkers;

/// <summary>Each time the carrier rings a number there is an attempt on disk that says so, and each such attempt rings once.</summary>
internal sealed class NobodyRungTwice(Referee referee, SimStore store) : Checker(referee)
{
    private readonly HashSet<(long, int)> _rung = [];

    public override void Rung(Instant now, string number)
    {
        var attempts = store.OfNumber(number)
            .SelectMany(c => Enumerable.Range(1, c.AttemptsBegun).Select(serial => (c.Id.Value, serial)))
            .Where(key => store.Attempts.TryGetValue(key, out var attempt) && attempt.RungAt is not null)
            .ToList();
        if (!attempts.Any(_rung.Add))
        {
            Object(now, $"{number} is rung, and no attempt on disk is due to ring ({attempts.Count} have rung already)");
        }
    }
}
