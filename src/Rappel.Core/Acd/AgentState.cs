using Rappel.Core.Calls;
using Rappel.Core.Config;

namespace Rappel.Core.Acd;

/// <summary>What a restart knows of an agent.</summary>
/// <param name="Since">When the status began.</param>
/// <param name="IdleSince">The idle clock.</param>
public sealed record RestoredAgent(string Agent, AgentStatus Status, Instant Since, Instant IdleSince)
{
    /// <summary>When the time of a wrap-up that lacked codes was up, or would have been: it still holds. Null for any other.</summary>
    public Instant? HeldWrapUpEnds { get; init; }
}

/// <summary>The time after work in which an agent gets no offer.</summary>
/// <param name="began">Direct calls in it do not begin it anew.</param>
internal sealed class WrapUp(Instant began, Instant ends, bool codesMissing)
{
    public Instant Began = began;
    public Instant Ends = ends;

    /// <summary>Neither time nor the agent ends it before CodesGiven.</summary>
    public bool CodesMissing = codesMissing;

    /// <summary>The agent wanted to go on while codes were missing.</summary>
    public bool IsDone;

    public Instant Deadline => CodesMissing ? Ends + AcdLimits.WrapUpHeldFor : Ends;
}

/// <summary>One agent asked to take one piece of work; from the making of the offer to the end of the work.</summary>
internal sealed record Offer(OfferId Id, AgentState Agent, LineEntry Entry, TimeSpan WrapUp)
{
    public bool Accepted { get; set; }

    public Instant AcceptedAt { get; set; }

    /// <summary>The agent has not been rung for it yet.</summary>
    public bool Reserved { get; set; }
}

/// <summary>One agent. In one place only: <see cref="Status"/> says which, and only a free agent has seats taken.</summary>
internal sealed class AgentState(AgentSnapshot snapshot)
{
    public readonly string Key = snapshot.Key;

    /// <summary>One for each queue served, taken (all of them) or not.</summary>
    public readonly List<Seat> Seats = [];

    /// <summary>One for each queue with work that is this agent's own, taken together with the others.</summary>
    public readonly List<Seat> OwnSeats = [];

    public bool Seated;
    public AgentSnapshot Snapshot = snapshot;
    public AgentStatus Status = AgentStatus.LoggedOut;
    public bool Reachable;
    public Instant Since;
    public Instant IdleSince;
    public Offer? Offer;
    public AgentStatus? NextStatus;

    /// <summary>In wrap-up, and in a direct call that interrupts one; null otherwise.</summary>
    public WrapUp? WrapUp;

    /// <summary>When the present reservation ends by itself: the offer, wrap-up, or the back-off of an unreachable phone.</summary>
    public Instant? Deadline;

    /// <summary>No longer configured: goes when the present work is over.</summary>
    public bool Removed;

    /// <summary>What a direct call interrupted.</summary>
    public AgentStatus Interrupted;

    /// <summary>An available agent has a deadline only while backing off.</summary>
    public bool IsFree => Status == AgentStatus.Available && Reachable && Deadline is null && !Removed;
}

/// <summary>By deadline, then key.</summary>
internal sealed class DeadlineOrder : IComparer<AgentState>
{
    public static readonly DeadlineOrder Instance = new();

    public int Compare(AgentState? x, AgentState? y)
    {
        var byTime = x!.Deadline!.Value.UtcTicks.CompareTo(y!.Deadline!.Value.UtcTicks);
        return byTime != 0 ? byTime : string.CompareOrdinal(x.Key, y.Key);
    }
}
