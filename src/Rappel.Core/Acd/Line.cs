using System.Collections.Immutable;
using Rappel.Core.Acd.Waits;
using Rappel.Core.Config;
using Rappel.Core.Ordering;

namespace Rappel.Core.Acd;

/// <summary>Names a line. Queue keys are unique in their kind only, so the kind of work belongs to the name.</summary>
internal readonly record struct LineKey(WorkKind Kind, string Queue);

/// <summary>A piece of work in line.</summary>
internal sealed class LineEntry(WorkItem work, Pool pool, long arrival)
{
    public WorkItem Work = work;

    /// <summary>Who may take it: the members of the queue, or one agent.</summary>
    public readonly Pool Pool = pool;

    /// <summary>Of all work, in order of arrival at the distributor: decides between equal places.</summary>
    public readonly long Arrival = arrival;

    public Offer? Offer;

    public Line Line => Pool.Owner;

    public bool Waits => Offer is null && Work.Eligible;
}

/// <summary>Oldest place first, then first come.</summary>
internal sealed class PlaceOrder : IComparer<LineEntry>
{
    public static readonly PlaceOrder Instance = new();

    public int Compare(LineEntry? x, LineEntry? y)
    {
        var byPlace = x!.Work.PlaceTicks.CompareTo(y!.Work.PlaceTicks);
        return byPlace != 0 ? byPlace : x.Arrival.CompareTo(y.Arrival);
    }
}

/// <summary>An agent's seat at a queue: taken while the agent is free.</summary>
internal sealed class Seat(AgentState agent, Pool pool, int skill)
{
    public readonly AgentState Agent = agent;
    public readonly Pool Pool = pool;
    public readonly int Skill = skill;

    public Line Line => Pool.Owner;
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
internal sealed class Line(LineKey key, IExpectedWaitPolicy expectedWait) : Pool
{
    /// <summary>Of a line whose queue was never configured: last, and nobody serves it.</summary>
    private const int LowestPriority = 1;

    public readonly LineKey Key = key;
    public readonly IExpectedWaitPolicy ExpectedWait = expectedWait;

    /// <summary>Everything in line, offered and protected work too: they hold their places.</summary>
    public readonly RankedSet<LineEntry> Entries = new(PlaceOrder.Instance);

    /// <summary>Lines whose work competes with this one's: an inbound queue and its outbound queue.</summary>
    public readonly List<Line> Paired = [];

    /// <summary>False once the queue is no longer configured: what waits is served by the members it had, then the line goes.</summary>
    public bool Configured;

    public ImmutableArray<QueueMember> ConfiguredMembers = [];

    /// <summary>With what was changed since.</summary>
    public ImmutableArray<QueueMember> Members = [];
    public int Priority = LowestPriority;

    /// <summary>Nothing of it is offered for now.</summary>
    public bool Paused;

    public TimeSpan WrapUp;
    public int Offered;
    public int LoggedIn;

    /// <summary>Members who take work: available, offered, busy or in wrap-up.</summary>
    public int OnDuty;

    /// <summary>Work that is one agent's own, by the agent's key; null while there is none.</summary>
    public SortedDictionary<string, PersonalPool>? Personal;

    public override Line Owner => this;

    /// <param name="change">1 when a member comes into this status, -1 when one leaves it.</param>
    public void CountMember(AgentStatus status, int change)
    {
        LoggedIn += status != AgentStatus.LoggedOut ? change : 0;
        OnDuty += status is AgentStatus.Available or AgentStatus.Offered or AgentStatus.Busy or AgentStatus.WrapUp ? change : 0;
    }
}
