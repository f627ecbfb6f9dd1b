using System.Collections.Immutable;
using Rappel.Core.Calls;

namespace Rappel.Core.Acd;

/// <summary>domain: logged out, on break, available, offered, busy, wrap-up, working offline.</summary>
public enum AgentStatus
{
    LoggedOut,
    OnBreak,
    Available,
    Offered,
    Busy,
    WrapUp,
    WorkingOffline,
}

/// <summary>What waits for an agent.</summary>
public enum WorkKind
{
    LiveCall,
    Callback,
    Voicemail,
}

/// <summary>Names one piece of work: a leg's id, a callback's id or a message's interaction id, by kind.</summary>
public readonly record struct WorkId(WorkKind Kind, long Value)
{
    public override string ToString() => $"{Kind}-{Value}";
}

/// <summary>A piece of work in line.</summary>
/// <param name="Queue">Key of the inbound, outbound or voicemail queue it waits in.</param>
/// <param name="Place">When its caller entered the inbound queue: what it is ordered by, within a priority.</param>
/// <param name="Eligible">False while its treatment is protected: it keeps its place and is passed over.</param>
public sealed record WorkItem(WorkId Id, string Queue, Instant Place, bool Eligible)
{
    // Ticks, because there may be a million of these: an instant takes twice as much, a length that may be absent as well.
    private readonly long place = Place.UtcTicks;
    private readonly long reservation = -1;

    public Instant Place
    {
        get => new(place, TimeSpan.Zero);
        init => place = value.UtcTicks;
    }

    internal long PlaceTicks => place;

    /// <summary>Key of the only agent it may be offered to, member of the queue or not; null for any member.</summary>
    public string? Agent { get; init; }

    /// <summary>Customer first: its offer begins as a reservation of at most this long, in which the agent is not rung; null for an offer
    /// that rings at once.</summary>
    public TimeSpan? Reservation
    {
        get => reservation < 0 ? null : new TimeSpan(reservation);
        init => reservation = value?.Ticks ?? -1;
    }

    /// <summary>It was out of line for a while (a retried callback): its age says nothing about how fast the line moves.</summary>
    public bool IsReturning { get; init; }
}

/// <summary>How an offer ended.</summary>
public enum OfferOutcome
{
    Accepted,
    Rejected,
    TimedOut,
    Withdrawn,

    /// <summary>The agent's phone could not be reached (unregistered, busy, transport failure).</summary>
    Unreachable,
}

/// <summary>What is said of an agent's membership beside the configuration.</summary>
/// <param name="Skill">Null for the configured one, or the least where the agent is no member.</param>
public readonly record struct MemberChange(bool Enabled, int? Skill);

/// <summary>What reaches the distributor.</summary>
public abstract record AcdInput
{
    /// <summary>Put in line. Refused while it is in line already or an agent has it: end that first. A queue that is not configured
    /// (any more) keeps its work in line, without members.</summary>
    public sealed record WorkArrived(WorkItem Work) : AcdInput;

    /// <summary>Taken out of line (hung up, left, expired, cancelled). An offer under way is withdrawn. Unknown work is ignored.</summary>
    public sealed record WorkLeft(WorkId Work) : AcdInput;

    /// <summary>May (not) be connected now. Withdraws an offer under way when it may not; the place is kept.</summary>
    public sealed record EligibilityChanged(WorkId Work, bool Eligible) : AcdInput;

    /// <summary>A person, a supervisor or the API asks: LoggedOut, OnBreak, Available, WorkingOffline. Log-in is LoggedOut to OnBreak;
    /// whoever is logged out and asks for Available is logged in (on break) first. While busy or in wrap-up it is remembered and takes
    /// effect afterwards. In an offer, anything but Available withdraws the offer, which goes to the next agent, and takes effect at once.</summary>
    public sealed record StatusRequested(string Agent, AgentStatus Status) : AcdInput;

    /// <summary>The agent's phone is (not) there. An agent whose phone is gone gets no offer and keeps the status.</summary>
    public sealed record ReachabilityChanged(string Agent, bool Reachable) : AcdInput;

    /// <summary>The offer got its answer. Accepted takes the work out of line; anything else returns it to its place, with one exception:
    /// a callback whose agent did not answer leaves the line, because whether that fails its attempt is for the callback book to say.
    /// It comes back with WorkArrived, at the same place. A reservation can only be Withdrawn or Unreachable.</summary>
    public sealed record OfferAnswered(OfferId Offer, OfferOutcome Outcome) : AcdInput;

    /// <summary>A reservation becomes an offer that rings: the agent's offer timeout begins now. From then on the work is not reserved for
    /// anybody any more: should this agent not take it, the next one is rung at once.</summary>
    public sealed record ReservationRung(OfferId Offer) : AcdInput;

    /// <summary>The work of an accepted offer is over: wrap-up begins. The item must be put in line again by its owner if it should be.</summary>
    public sealed record WorkEnded(OfferId Offer) : AcdInput
    {
        /// <summary>The wrap-up holds until CodesGiven: neither time nor the agent ends it before, and there is one even where the queue has none.
        /// <see cref="AcdLimits.WrapUpHeldFor"/> bounds it.</summary>
        public bool CodesMissing { get; init; }
    }

    /// <summary>The agent is in a call that did not come from an offer (a direct call); Free ends it.</summary>
    public sealed record Occupied(string Agent, bool Busy) : AcdInput;

    /// <summary>The agent ends wrap-up early. Refused with <c>codes-missing</c> while they are, and kept in mind until they are given.</summary>
    public sealed record WrapUpEnded(string Agent) : AcdInput
    {
        /// <summary>A supervisor ends it, whatever is missing.</summary>
        public bool ByForce { get; init; }
    }

    /// <summary>Nothing holds the wrap-up any more: it ends when its time is up, or at once where it was or the agent wanted to go on.</summary>
    public sealed record CodesGiven(string Agent) : AcdInput;

    /// <summary>The wrap-up lasts so much longer, as far as <see cref="AcdLimits.LongestWrapUp"/> lets it. Counted from now where its time is up and
    /// codes hold it.</summary>
    public sealed record WrapUpExtended(string Agent, TimeSpan By) : AcdInput;

    /// <summary>In place of what the configuration says of this agent in this queue, until cleared; null for what it says. Offers under way go on.
    /// A queue that is not served now keeps it for when it is.</summary>
    public sealed record MembershipSet(WorkKind Kind, string Queue, string Agent, MemberChange? Change) : AcdInput;

    /// <summary>While paused nothing of this line is offered; offers under way go on. A queue without a line is ignored.</summary>
    public sealed record LinePaused(WorkKind Kind, string Queue, bool Paused) : AcdInput;

    /// <summary>While held nothing new is offered; offers under way go on. For changes that come one by one and are to be judged together:
    /// zones that open at one moment, hours that change with the members.</summary>
    public sealed record MatchingHeld(bool Held) : AcdInput;

    /// <summary>While paused no offer is made; those under way are withdrawn. For a process that drains: nobody goes on break for an
    /// offer that was never carried out. A reservation stands: its customer is being called.</summary>
    public sealed record OffersPaused(bool Paused) : AcdInput;

    /// <summary>The clock was set forward: so much time did not pass, and every deadline is put off by it.</summary>
    public sealed record TimeSkipped(TimeSpan By) : AcdInput;

    /// <summary>A deadline may have come.</summary>
    public sealed record TimePassed : AcdInput;
}

/// <summary>What the distributor asks for or tells.</summary>
public abstract record AcdOutput
{
    /// <summary>Ring this agent for this work. The owner answers with OfferAnswered; the distributor times it out itself too.</summary>
    public sealed record OfferMade(OfferId Offer, string Agent, WorkItem Work, Instant Deadline) : AcdOutput;

    /// <summary>The offer is over without being accepted; stop ringing this agent if it still rings. Told also where the owner itself gave
    /// the answer, and this outcome is the one that counts: a rejection without the right to reject is TimedOut. A reservation whose time
    /// is up is Withdrawn and leaves its agent available, who was never rung; a callback leaves the line all the same.</summary>
    public sealed record OfferEnded(OfferId Offer, string Agent, WorkItem Work, OfferOutcome Outcome) : AcdOutput;

    /// <summary>An agent's status changed.</summary>
    /// <param name="Offer">The offer of Offered and Busy; null otherwise.</param>
    public sealed record StatusChanged(string Agent, AgentStatus From, AgentStatus To, OfferId? Offer) : AcdOutput;

    /// <summary>An input that does not fit the state: nothing changed.</summary>
    /// <param name="Subject">The agent, offer or work it was about.</param>
    /// <param name="Reason">A stable word: <c>unknown-agent</c>, <c>unknown-offer</c>, <c>already-in-line</c>, <c>in-service</c>,
    /// <c>not-accepted</c>, <c>already-accepted</c>, <c>not-rung</c>, <c>not-reserved</c>, <c>not-requestable</c>, <c>agent-busy</c>, <c>not-occupied</c>, <c>not-in-wrap-up</c>,
    /// <c>codes-missing</c>.</param>
    public sealed record CommandRefused(string Subject, string Reason) : AcdOutput;
}

/// <summary>An agent as a live screen shows it.</summary>
/// <param name="Since">When the status began.</param>
/// <param name="IdleSince">The idle clock: when the agent last became available after work.</param>
public sealed record AgentReading(
    string Agent, AgentStatus Status, bool Reachable, Instant Since, Instant IdleSince, OfferId? Offer, AgentStatus? NextStatus)
{
    /// <summary>When the offer or the wrap-up ends by itself; null where nothing does.</summary>
    public Instant? Deadline { get; init; }

    /// <summary>When the time of the wrap-up is up, though missing codes may hold it beyond; also while a call interrupts it. Null where there is none.</summary>
    public Instant? WrapUpEnds { get; init; }

    /// <summary>The wrap-up holds until a code is given.</summary>
    public bool CodesMissing { get; init; }
}

/// <summary>A queue as a live screen shows it.</summary>
/// <param name="Waiting">In line and not being offered.</param>
/// <param name="Offered">In line and being offered; they keep their place until an agent accepts.</param>
/// <param name="Oldest">Earliest place in line; null when empty.</param>
/// <param name="InOrder">The first in line, in order of place, offered ones included; as many as were asked for.</param>
public sealed record LineReading(string Queue, int Waiting, int Offered, Instant? Oldest, ImmutableArray<WorkId> InOrder);
