namespace Rappel.Core.Callbacks;

using System.Collections.Immutable;
using Rappel.Core.Calls;
using Rappel.Core.Config;

/// <summary>What reaches the callback book.</summary>
public abstract record CallbackInput
{
    /// <summary>A caller (or the API) asks. The ids were allocated by the owner. Answered by Accepted, AlreadyPending or Refused.</summary>
    /// <param name="MaximumPending">The outbound queue's cap.</param>
    public sealed record Request(
        CallbackId Id, InteractionId Interaction, InteractionId? Parent, TenantId Tenant, CallbackTerms Terms, string Number, string? Trunk,
        string? TimeZone, string CallerId, string Language, string? CustomerName, string? InboundQueue, CallbackOrigin Origin,
        Instant Place, int MaximumPending, ImmutableDictionary<string, string> Variables) : CallbackInput
    {
        /// <summary>For a time window: delayed until it begins, expired when it ends, and placed at its beginning.</summary>
        public CallbackWindow? Window { get; init; }

        /// <summary>Seconds of waiting told to the customer; null for none.</summary>
        public int? ToldWait { get; init; }

        /// <summary>What the agent should know; null for nothing. At most <see cref="CallbackLimits.NoteLength"/> characters.</summary>
        public string? Note { get; init; }

        /// <summary>Who asks, where it is not the customer.</summary>
        public string? Who { get; init; }

        /// <summary>Key of the only agent it is offered to, from the first offer on; null for any.</summary>
        public string? AssignedAgent { get; init; }
    }

    /// <summary>An agent is being offered it. Begins an attempt, or goes on with the one that a rejection left open.
    /// Must have been in line (status waiting); refused otherwise.</summary>
    public sealed record OfferBegan(CallbackId Id, string Agent) : CallbackInput;

    /// <summary>The agent accepted, or (customer first) the reservation stands: the customer may be dialled once this is on disk.</summary>
    public sealed record OfferAccepted(CallbackId Id) : CallbackInput;

    /// <summary>The agent's time ran out: fails the attempt as <c>agent did not answer</c> (if the terms say so).</summary>
    public sealed record OfferTimedOut(CallbackId Id) : CallbackInput;

    /// <summary>Rejected by the agent, the phone was unreachable, or the offer was withdrawn from this agent (a break, another call):
    /// back in its place, no attempt used; the attempt stays open for the next agent. It is still in line, so no EnteredLine follows.
    /// Refused, harmlessly, where the book itself had the offer withdrawn.</summary>
    public sealed record OfferRejected(CallbackId Id) : CallbackInput;

    /// <summary>The customer's phone is being asked to ring: stamps <see cref="CallbackAttempt.RungAt"/>, the first time in an attempt.</summary>
    public sealed record RungCustomer(CallbackId Id) : CallbackInput;

    /// <summary>The customer's leg ended without a bridge. Outcomes of dialling only: not AgentDidNotAnswer, Connected or Withdrawn.</summary>
    public sealed record DiallingFailed(CallbackId Id, AttemptOutcome Outcome, int? SipStatus) : CallbackInput
    {
        /// <summary>RungCustomer was told, and then the phone was not asked to ring after all: the attempt is one that rang nobody.</summary>
        public bool NeverRung { get; init; }
    }


    /// <summary>Customer and agent are bridged.</summary>
    public sealed record CustomerConnected(CallbackId Id) : CallbackInput;

    /// <summary>The bridged call is over.</summary>
    public sealed record CallEnded(CallbackId Id) : CallbackInput
    {
        /// <summary>The agent is in wrap-up and may still decide what came of it: the request stays connected until Settle.</summary>
        public bool AwaitsOutcome { get; init; }
    }

    /// <summary>The agent who had the customer's call says what came of it, or (null) takes that back. From the connection to Settle; refused with
    /// <c>not-in-state</c> for any other agent. A window that cannot be kept is <c>bad-window</c>, a number that another open request of the queue
    /// has <c>already-pending</c>.</summary>
    public sealed record Decide(CallbackId Id, string Agent, CallbackDecision? Decision) : CallbackInput;

    /// <summary>The wrap-up is over: what was decided holds, and the request is completed where nothing was.</summary>
    public sealed record Settle(CallbackId Id) : CallbackInput;

    /// <summary>By a person or the API, with who and why. A customer already ringing or talking is not cut off by the book:
    /// while dialling it is kept in mind and ends the request as cancelled if this attempt fails; when connected it is refused.</summary>
    public sealed record Cancel(CallbackId Id, string Who, string Why) : CallbackInput;

    /// <summary>The caller reached an agent by other means. While dialling it is kept in mind, as for Cancel.</summary>
    public sealed record Serve(CallbackId Id) : CallbackInput;

    /// <summary>An outbound queue's calling hours begin or end. While closed nothing of it is in line and expiry goes on. A queue that was
    /// never named is open, for customers everywhere. Of a queue that was named, a zone that was not is closed: nobody is to be rung at night
    /// because the word is missing. The book asks for it by <see cref="CallbackOutput.HoursWanted"/> with the first request there.</summary>
    public sealed record HoursChanged(string Queue, bool Open) : CallbackInput
    {
        /// <summary>The customers it is about: those whose dial plan rule names this IANA zone; null for those without one.</summary>
        public string? TimeZone { get; init; }
    }

    /// <summary>Customer first: this agent has the customer's call now, in the request and in the attempt. While dialling.</summary>
    public sealed record AgentChanged(CallbackId Id, string Agent) : CallbackInput;

    /// <summary>Out of line until released. An offer under way is withdrawn; while dialling it takes effect if the attempt fails; refused when
    /// connected, which only ends as completed. A lesser reason does not replace a graver one: on-the-line, no-queue, by-hand, fault.</summary>
    /// <param name="Reason">One of <see cref="CallbackHold"/>; refused as <c>unknown-reason</c> otherwise.</param>
    public sealed record Hold(CallbackId Id, string Reason, string? Who) : CallbackInput
    {
        /// <summary>In the person's words, for the journal; null where the engine itself holds it.</summary>
        public string? Why { get; init; }
    }

    /// <summary>Back in line, if it is held for this reason; null for any.</summary>
    public sealed record Release(CallbackId Id, string? Reason, string? Who) : CallbackInput
    {
        /// <inheritdoc cref="Hold.Why"/>
        public string? Why { get; init; }
    }

    /// <summary>A supervisor moves it to this place in line, ahead or back; one ahead of the clock is taken for now. An offer under way goes on.
    /// Its own place ends what moved it before. Not while dialling or connected.</summary>
    public sealed record Reorder(CallbackId Id, Instant Place, string Who, string Why) : CallbackInput;

    /// <summary>Ends the delay between attempts, a window's waiting and a hold; refused where there is none of them to end. The expiry is kept.</summary>
    public sealed record RetryNow(CallbackId Id, string Who, string Why) : CallbackInput;

    /// <summary>For another time: an offer under way is withdrawn. The window's end becomes the expiry; the place is kept, unless it was later
    /// than the window begins. A hold is kept. Not while dialling or connected.</summary>
    public sealed record Reschedule(CallbackId Id, CallbackWindow Window, string Who, string Why) : CallbackInput;

    /// <summary>The new number went through the dial plan. Refused as <c>already-pending</c> where another open request of the queue has it. The
    /// place, the attempts, a delay and the expiry are kept; an offer under way is withdrawn. Not while dialling or connected.</summary>
    public sealed record ChangeNumber(CallbackId Id, string Number, string? Trunk, string? TimeZone, string Who, string Why) : CallbackInput;

    /// <summary>Only this agent is offered it; null for any again. An offer to another is withdrawn. Not while dialling or connected.</summary>
    public sealed record Assign(CallbackId Id, string? Agent, string Who, string Why) : CallbackInput;

    /// <summary>To another outbound queue, with place, attempts and expiry, but without an assigned agent: it is for the people there. An
    /// offer under way is withdrawn. Refused as <c>already-pending</c> or <c>pending-cap</c>. Not while dialling or connected.</summary>
    public sealed record Transfer(CallbackId Id, string Queue, int MaximumPending, string Who, string Why) : CallbackInput;

    /// <summary>In any status. Refused as <c>bad-note</c> (empty or too long) or <c>too-many-notes</c>.</summary>
    public sealed record AddNote(CallbackId Id, string Text, string Who) : CallbackInput;

    /// <summary>The agent who is offered it, or whose attempt it is, ends it with a reason; while dialling kept in mind, as for Cancel. Whether
    /// that is permitted is for the owner to say.</summary>
    public sealed record Dismiss(CallbackId Id, string Agent, string Why) : CallbackInput;

    public sealed record TimePassed : CallbackInput;
}

/// <summary>What the callback book asks for or tells.</summary>
public abstract record CallbackOutput
{
    /// <summary>The request was taken. Tell the caller once it is on disk.</summary>
    public sealed record Accepted(CallbackRequest Request) : CallbackOutput;

    /// <summary>There is an open request for this number and queue; it keeps its place. Given as it is after the second request renewed it.</summary>
    public sealed record AlreadyPending(CallbackId Asked, CallbackRequest Existing) : CallbackOutput;

    /// <param name="Reason">A stable word: <c>pending-cap</c>, <c>out-of-range</c>, <c>no-number</c>, <c>id-in-use</c>,
    /// <c>bad-window</c>, <c>bad-note</c>.</param>
    public sealed record Refused(CallbackId Asked, string Reason) : CallbackOutput;

    /// <summary>A command that does not fit the state: nothing changed.</summary>
    /// <param name="Reason">A stable word: <c>not-open</c> (unknown or final), <c>closed</c> (outside hours), <c>held</c>,
    /// <c>not-assigned</c> (offered to an agent it is not for), <c>not-in-state</c>, <c>not-an-outcome-of-dialling</c>, <c>already-pending</c>,
    /// <c>pending-cap</c>, <c>no-number</c>, <c>bad-window</c>, <c>unknown-reason</c>, <c>bad-note</c>, <c>too-many-notes</c>.</param>
    public sealed record CommandRefused(CallbackId Id, string Reason) : CallbackOutput;

    /// <summary>Store this row. Given for every change, with the attempt row if it changed too.</summary>
    /// <param name="Event">One of <see cref="CallbackEvents"/>.</param>
    public sealed record Changed(CallbackRequest Request, CallbackAttempt? Attempt, string Event, string? Who, string? Why) : CallbackOutput;

    /// <summary>In line now: <see cref="CallbackRequest.LinePlace"/> says where, <see cref="CallbackHandling.AssignedAgent"/> for whom. Told anew,
    /// after LeftLine, when either or the queue changes.</summary>
    public sealed record EnteredLine(CallbackRequest Request) : CallbackOutput;

    /// <summary>The queue's hours changed and more requests come into line or leave it than one turn can take: while they do, nothing of the
    /// queue is to be offered.</summary>
    public sealed record LineMoving(string Queue, bool Moving) : CallbackOutput;

    /// <summary>No longer in line; an offer under way is to be withdrawn. Not told when an accepted offer takes it out of line.</summary>
    public sealed record LeftLine(CallbackId Id) : CallbackOutput;

    /// <summary>There are requests of customers in this zone and their calling hours are not known: they stay out of line until HoursChanged
    /// says. Told once. Who tells the hours before the request or the restart is never asked.</summary>
    public sealed record HoursWanted(string Queue, string? TimeZone) : CallbackOutput;
}
