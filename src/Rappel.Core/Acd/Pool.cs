using Rappel.Core.Ordering;

namespace Rappel.Core.Acd;

/// <summary>
/// Work and the agents who may all of them take all of it: that of a queue and its members, or an agent's own in a queue. Because of that
/// "all" matching never looks past the first of either: where a pool has both, its first work goes to its first agent.
/// </summary>
internal abstract class Pool
{
    /// <summary>What may be offered now.</summary>
    public readonly RankedSet<LineEntry> Waiting = new(PlaceOrder.Instance);

    /// <summary>Those who are free now.</summary>
    public readonly SortedSet<Seat> Free = new(SeatOrder.Instance);

    /// <summary>Something changed since the last matching.</summary>
    public bool Touched;

    /// <summary>The queue it belongs to.</summary>
    public abstract Line Owner { get; }

    public bool CanMatch => Waiting.Count > 0 && Free.Count > 0 && !Owner.Paused;

    /// <summary>Whether this pool's first work goes before the other's: the higher priority, then the older place.</summary>
    public bool GoesBefore(Pool other) =>
        Owner.Priority != other.Owner.Priority
            ? Owner.Priority > other.Owner.Priority
            : PlaceOrder.Instance.Compare(Waiting.First, other.Waiting.First) < 0;
}

/// <summary>
/// Work of a queue that one agent only may take, who need not be a member. It stands in the queue's line with all the rest, and holds up
/// nobody while that agent is away.
/// </summary>
internal sealed class PersonalPool(Line line, string agent) : Pool
{
    /// <summary>Key; of an agent who is configured or not.</summary>
    public readonly string Agent = agent;

    public override Line Owner { get; } = line;

    /// <summary>The agent's seat here; null while no such agent is configured.</summary>
    public Seat? Seat;

    /// <summary>In line, offered and protected work too.</summary>
    public int Entries;
}
