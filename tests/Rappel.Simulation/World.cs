namespace Rappel.Simulation;

/// <summary>Virtual time: what happens next, in order of time, then of asking.</summary>
internal sealed class World(Instant start)
{
    private readonly PriorityQueue<Action, (Instant, long)> _events = new();
    private long _asked;

    public Instant Now { get; private set; } = start;

    public void At(Instant at, Action act) => _events.Enqueue(act, (at < Now ? Now : at, ++_asked));

    public void After(TimeSpan delay, Action act) => At(Now + delay, act);

    /// <summary>Runs until nothing is left before this instant.</summary>
    public void RunUntil(Instant end)
    {
        while (_events.TryPeek(out _, out var when) && when.Item1 <= end)
        {
            var act = _events.Dequeue();
            Now = when.Item1;
            act();
        }

        Now = end;
    }
}
