namespace Rappel.Simulation;

/// <summary>Virtual time: what happens next, in order of time, then of asking. This is true time; the server's clock has its own ideas (<see cref="SimClock"/>).</summary>
internal sealed class World(Instant start)
{
    /// <summary>More events than this in one second of virtual time: something spins.</summary>
    private const int EventsASecond = 200_000;

    private readonly PriorityQueue<Action, Turn> _events = new();
    private long _asked;
    private long _second;
    private int _inSecond;

    public Instant Now { get; private set; } = start;

    /// <summary>Events so far: the watchdog of the process looks whether it grows.</summary>
    public long Events { get; private set; }

    /// <summary>True once time no longer moves although events happen: the run is over.</summary>
    public bool IsStuck { get; private set; }

    public void At(Instant at, Action act) => _events.Enqueue(act, new Turn((at < Now ? Now : at).UtcTicks, ++_asked));

    public void After(TimeSpan delay, Action act) => At(Now + delay, act);

    /// <summary>Runs until nothing is left before this instant, or time is stuck.</summary>
    public void RunUntil(Instant end)
    {
        var last = end.UtcTicks;
        while (!IsStuck && _events.TryPeek(out _, out var turn) && turn.Ticks <= last)
        {
            var act = _events.Dequeue();
            Count(turn.Ticks);
            Now = new Instant(turn.Ticks, TimeSpan.Zero);
            act();
        }

        if (!IsStuck)
        {
            Now = end;
        }
    }

    private void Count(long ticks)
    {
        Events++;
        var second = ticks / TimeSpan.TicksPerSecond;
        _inSecond = second == _second ? _inSecond + 1 : 0;
        _second = second;
        IsStuck = _inSecond > EventsASecond;
    }

    private readonly record struct Turn(long Ticks, long Order) : IComparable<Turn>
    {
        public int CompareTo(Turn other) => Ticks != other.Ticks ? Ticks.CompareTo(other.Ticks) : Order.CompareTo(other.Order);
    }
}
