using System.Collections.Immutable;
using Rappel.Core.Acd.Waits;
using Rappel.Core.Config;
using Rappel.Core.Ordering;

namespace Rappel.Core.Acd;

/// <summary>Names a line. Queue keys are unique in their kind only, so the kind of work belongs to the name.</summary>
internal readonly record struct LineKey(WorkKind Kind, string Queue);

/// <summary>A piece of work in line.</summary>
internal sealed class LineEntry(WorkItem work, Line line, long arrival)
{
    public WorkItem Work = work;
    public readonly Line Line = line;

    /// <summary>Of all work, in order of arrival at the distributor: decides between equal places.</summary>
    public readonly long Arrival = arrival;

    public Offer? Offer;

    public bool Waits => Offer is null && Work.Eligible;
}

/// <summary>Oldest place first, then first come.</summary>
internal sealed class PlaceOrder : IComparer<LineEntry>
{
    public static readonly PlaceOrder Instance = new();

    public int Compare(LineEntry? x, LineEntry? y)
    {
        var byPlace = x!.Work.Place.UtcTicks.CompareTo(y!.Work.Place.UtcTicks);
        return byPlace != 0 ? byPlace : x.Arrival.CompareTo(y.Arrival);
    }
}

/// <summary>An agent's seat at a queue: taken while the agent is free.</summary>
internal sealed class Seat(AgentState agent, Line line, int skill)
{
    public readonly AgentState Agent = agent;
    public readonly Line Line = line;
    public readonly int Skill = skill;
}

/// <summary>Who is asked first: the better skilled, then the longest idle, then by key so that a replay chooses alike.</summary>
internal sealed class SeatOrder : IComparer<Seat>
{
    public static readonly SeatOrder Instance = new();

    public int Compare(Seat? x, Seat? y)
    {
        var bySkill = y!.Skill.CompareTo(x!.Skill);
        if (bySkill != 0)
        {
            return bySkill;
        }

        var byIdle = x.Agent.IdleSince.UtcTicks.CompareTo(y.Agent.IdleSince.UtcTicks);
        return byIdle != 0 ? byIdle : string.CompareOrdinal(x.Agent.Key, y.Agent.Key);
    }
}

/// <summary>One queue: its work in order and its free members in order.</summary>
internal sealed class Line(LineKey key, IExpectedWaitPolicy expectedWait)
{
    /// <summary>Of a line whose queue was never configured: last, and nobody serves it.</summary>
    private const int LowestPriority = 1;

    public readonly LineKey Key = key;
    public readonly IExpectedWaitPolicy ExpectedWait = expectedWait;

    /// <summary>Everything in line, offered and protected work too: they hold their places.</summary>
    public readonly RankedSet<LineEntry> Entries = new(PlaceOrder.Instance);

    /// <summary>What may be offered now.</summary>
    public readonly SortedSet<LineEntry> Waiting = new(PlaceOrder.Instance);

    /// <summary>Members who are free now.</summary>
    public readonly SortedSet<Seat> Free = new(SeatOrder.Instance);

    /// <summary>Lines whose work competes with this one's: an inbound queue and its outbound queue.</summary>
    public readonly List<Line> Paired = [];

    /// <summary>False once the queue is no longer configured: what waits is served by the members it had, then the line goes.</summary>
    public bool Configured;

    public ImmutableArray<QueueMember> Members = [];
    public int Priority = LowestPriority;
    public TimeSpan WrapUp;
    public int Offered;
    public int LoggedIn;

    /// <summary>Members who take work: available, offered, busy or in wrap-up.</summary>
    public int OnDuty;

    /// <summary>Something changed since the last matching.</summary>
    public bool Touched;

    public bool CanMatch => Waiting.Count > 0 && Free.Count > 0;

    /// <param name="change">1 when a member comes into this status, -1 when one leaves it.</param>
    public void CountMember(AgentStatus status, int change)
    {
        LoggedIn += status != AgentStatus.LoggedOut ? change : 0;
        OnDuty += status is AgentStatus.Available or AgentStatus.Offered or AgentStatus.Busy or AgentStatus.WrapUp ? change : 0;
    }

    /// <summary>Whether this line's first work goes before the other's: the higher priority, then the older place.</summary>
    public bool GoesBefore(Line other) =>
        Priority != other.Priority
            ? Priority > other.Priority
            : PlaceOrder.Instance.Compare(Waiting.Min, other.Waiting.Min) < 0;
}
