using Rappel.Core.Callbacks;
using Rappel.Core.Config;
using Rappel.Engine.Journal;

namespace Rappel.Server.Web.Bodies;

/// <summary>A callback request as it is.</summary>
/// <param name="Id">For example <c>cb-12</c>.</param>
/// <param name="Status">The last six are final.</param>
/// <param name="Number">What is dialled.</param>
/// <param name="CallerId">The number shown to the customer.</param>
/// <param name="InboundQueue">Where the caller waited; null for a request from this interface.</param>
/// <param name="Attempts">How many there may be.</param>
/// <param name="Place">Since when the customer waits.</param>
/// <param name="LinePlace">What it is ordered by: its place, unless it was moved by hand.</param>
/// <param name="ExpiresAt">From then on nothing more is tried.</param>
/// <param name="DueAt">While delayed: when it is back in its place.</param>
/// <param name="Interaction">Its own record.</param>
/// <param name="Parent">The call it came from.</param>
/// <param name="Variables">What the script collected, or the request brought.</param>
/// <param name="RungFirst">Who is rung first.</param>
/// <param name="Window">When the customer asked to be called; null for as soon as possible.</param>
/// <param name="AssignedAgent">The only agent it is offered to; null for any.</param>
/// <param name="HeldBecause">Why it waits for a person: <c>by-hand</c>, <c>fault</c>, <c>no-queue</c> (its queue was removed) or <c>on-the-line</c> (the customer talks to us now); null
/// where it is not held.</param>
/// <param name="Notes">What was said about it, oldest first.</param>
/// <param name="ToldWaitSeconds">What the customer was told to expect; null where nothing was told.</param>
/// <param name="MachinesMet">Machines that answered and used no attempt.</param>
public sealed record CallbackBody(
    string Id, CallbackStatus Status, string Number, string Queue, string? InboundQueue, string CallerId, string Language, string? Name,
    CallbackOrigin Origin, int Attempts, int AttemptsUsed, int RetryDelaySeconds, int CancelAfterSeconds, int RingTimeSeconds,
    bool AgentNoAnswerUsesAttempt, string DialPlan, string? Trunk, string? TimeZone, DateTime Place, DateTime LinePlace, DateTime RequestedAt,
    DateTime ExpiresAt,
    DateTime? DueAt, string? Agent, AttemptOutcome? LastOutcome, DateTime? EndedAt, string? EndReason, string Interaction, string? Parent,
    IReadOnlyDictionary<string, string> Variables, RungFirst RungFirst, WindowBody? Window, string? AssignedAgent, string? HeldBecause,
    IReadOnlyList<NoteBody> Notes, int? ToldWaitSeconds, int MachinesMet)
{
    /// <summary>Where on this server the customer sees, changes and cancels it, for whoever has it; given to who asks for a callback and to
    /// webhooks, null elsewhere.</summary>
    public string? Link { get; init; }

    /// <summary>While connected: when they hung up, though the agent may still decide what came of it; null at any other time.</summary>
    public DateTime? TalkEndedAt { get; init; }

    /// <summary>What the agent decided and the end of the wrap-up makes true: <c>voicemail-reached</c>, <c>wrong-number</c>, <c>call-again</c>; null for
    /// nothing.</summary>
    public DecidedOutcome? Decided { get; init; }

    public static CallbackBody Of(CallbackRequest c) => new(
        c.Id.ToString(), c.Status, c.Number, c.Terms.Queue, c.InboundQueue, c.CallerId, c.Language, c.CustomerName, c.Origin, c.Terms.Attempts,
        c.AttemptsUsed, (int)c.Terms.RetryDelay.TotalSeconds, (int)c.Terms.CancelAfter.TotalSeconds, (int)c.Terms.RingTime.TotalSeconds,
        c.Terms.AgentNoAnswerUsesAttempt, c.Terms.DialPlan, c.Trunk, c.TimeZone, c.Place.UtcDateTime, c.LinePlace.UtcDateTime, c.RequestedAt.UtcDateTime,
        c.ExpiresAt.UtcDateTime, c.DueAt?.UtcDateTime, c.Agent, c.LastOutcome, c.EndedAt?.UtcDateTime, c.EndReason, c.Interaction.ToString(),
        c.Parent?.ToString(), Sorted(c.Variables), c.Terms.RungFirst, WindowBody.Of(c.Handling?.Window), c.Handling?.AssignedAgent,
        c.Handling?.HeldBecause, NoteBody.Of(c), c.ToldWait, c.MachinesMet)
    {
        TalkEndedAt = c.Handling?.TalkEndedAt?.UtcDateTime,
        Decided = c.Handling?.Decision?.Outcome,
    };

    public static SortedDictionary<string, string> Sorted(IReadOnlyDictionary<string, string> variables) =>
        new(variables.ToDictionary(), StringComparer.Ordinal);
}

/// <summary>No offer and no attempt begins before <c>from</c>, nor at or after <c>until</c>.</summary>
public sealed record WindowBody(DateTime From, DateTime Until)
{
    public static WindowBody? Of(CallbackWindow? window) =>
        window is null ? null : new(window.From.UtcDateTime, window.Until.UtcDateTime);
}

/// <summary>Said about a request by whoever handled it.</summary>
public sealed record NoteBody(DateTime At, string Who, string Text)
{
    public static IReadOnlyList<NoteBody> Of(CallbackRequest request) =>
        [.. (request.Handling?.Notes ?? []).Select(n => new NoteBody(n.At.UtcDateTime, n.Who, n.Text))];
}

/// <param name="Next">Give it as <c>before</c> for the next page; null on the last.</param>
public sealed record CallbacksBody(IReadOnlyList<CallbackBody> Items, string? Next);

/// <summary>One try.</summary>
/// <param name="Serial">1, 2, ... within the request.</param>
/// <param name="Number">As the agent is shown it: only attempts that use one are counted.</param>
/// <param name="RungAt">When the customer's phone was asked to ring.</param>
/// <param name="Outcome">Null while it is under way.</param>
/// <param name="UsesAttempt">Whether it counted.</param>
public sealed record AttemptBody(
    int Serial, int Number, string? Agent, DateTime BegunAt, DateTime? RungAt, DateTime? AnsweredAt, DateTime? EndedAt, AttemptOutcome? Outcome,
    bool UsesAttempt, int? SipStatus)
{
    public static AttemptBody Of(CallbackAttempt a) => new(
        a.Serial, a.Number, a.Agent, a.BegunAt.UtcDateTime, a.RungAt?.UtcDateTime, a.AnsweredAt?.UtcDateTime, a.EndedAt?.UtcDateTime, a.Outcome,
        a.UsesAttempt, a.SipStatus);
}

/// <summary>What happened.</summary>
/// <param name="Event">A stable word.</param>
/// <param name="Who">A user, an agent or <c>api</c>; null for the system itself.</param>
public sealed record JournalBody(DateTime At, string Event, string? Detail, string? Who)
{
    public static JournalBody Of(JournalRow j) => new(j.At.UtcDateTime, j.Event, j.Detail, j.Who);
}

/// <summary>A callback request with its history.</summary>
public sealed record CallbackDetailBody(CallbackBody Callback, IReadOnlyList<AttemptBody> Attempts, IReadOnlyList<JournalBody> Journal);
