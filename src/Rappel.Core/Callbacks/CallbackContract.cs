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
        Instant Place, int MaximumPending, ImmutableDictionary<string, string> Variables) : CallbackInput;

    /// <summary>An agent is being offered it. Begins an attempt, or goes on with the one that a rejection left open.
    /// Must have been in line (status waiting); refused otherwise.</summary>
    public sealed record OfferBegan(CallbackId Id, string Agent) : CallbackInput;

    /// <summary>The agent accepted: the customer may be dialled once this is on disk.</summary>
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
    public sealed record DiallingFailed(CallbackId Id, AttemptOutcome Outcome, int? SipStatus) : CallbackInput;

    /// <summary>Customer and agent are bridged.</summary>
    public sealed record CustomerConnected(CallbackId Id) : CallbackInput;

    /// <summary>The bridged call is over.</summary>
    public sealed record CallEnded(CallbackId Id) : CallbackInput;

    /// <summary>By a person or the API, with who and why. A customer already ringing or talking is not cut off by the book:
    /// while dialling it is kept in mind and ends the request as cancelled if this attempt fails; when connected it is refused.</summary>
    public sealed record Cancel(CallbackId Id, string Who, string Why) : CallbackInput;

    /// <summary>The caller reached an agent by other means. While dialling it is kept in mind, as for Cancel.</summary>
    public sealed record Serve(CallbackId Id) : CallbackInput;

    /// <summary>An outbound queue's calling hours begin or end. While closed nothing of it is in line and expiry goes on. A queue that was
    /// never named is open.</summary>
    public sealed record HoursChanged(string Queue, bool Open) : CallbackInput;

    public sealed record TimePassed : CallbackInput;
}

/// <summary>What the callback book asks for or tells.</summary>
public abstract record CallbackOutput
{
    /// <summary>The request was taken. Tell the caller once it is on disk.</summary>
    public sealed record Accepted(CallbackRequest Request) : CallbackOutput;

    /// <summary>There is an open request for this number and queue; it keeps its place.</summary>
    public sealed record AlreadyPending(CallbackId Asked, CallbackRequest Existing) : CallbackOutput;

    /// <param name="Reason">A stable word: <c>pending-cap</c>, <c>out-of-range</c>, <c>no-number</c>, <c>id-in-use</c>.</param>
    public sealed record Refused(CallbackId Asked, string Reason) : CallbackOutput;

    /// <summary>A command that does not fit the state: nothing changed.</summary>
    /// <param name="Reason">A stable word: <c>not-open</c> (unknown or final), <c>closed</c> (outside hours), <c>not-in-state</c>,
    /// <c>not-an-outcome-of-dialling</c>.</param>
    public sealed record CommandRefused(CallbackId Id, string Reason) : CallbackOutput;

    /// <summary>Store this row. Given for every change, with the attempt row if it changed too.</summary>
    /// <param name="Event">One of <see cref="CallbackEvents"/>.</param>
    public sealed record Changed(CallbackRequest Request, CallbackAttempt? Attempt, string Event, string? Who, string? Why) : CallbackOutput;

    /// <summary>In line now: <see cref="CallbackRequest.Place"/> says where.</summary>
    public sealed record EnteredLine(CallbackRequest Request) : CallbackOutput;

    /// <summary>No longer in line; an offer under way is to be withdrawn. Not told when an accepted offer takes it out of line.</summary>
    public sealed record LeftLine(CallbackId Id) : CallbackOutput;
}
