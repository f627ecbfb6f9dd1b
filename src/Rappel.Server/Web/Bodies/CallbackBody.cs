using Rappel.Core.Callbacks;
using Rappel.Engine.Journal;

namespace Rappel.Server.Web.Bodies;

/// <summary>A callback request as it is.</summary>
/// <param name="Id">For example <c>cb-12</c>.</param>
/// <param name="Status">The last six are final.</param>
/// <param name="Number">What is dialled.</param>
/// <param name="CallerId">The number shown to the customer.</param>
/// <param name="InboundQueue">Where the caller waited; null for a request from this interface.</param>
/// <param name="Attempts">How many there may be.</param>
/// <param name="Place">Since when the customer waits: the order of the line.</param>
/// <param name="ExpiresAt">From then on nothing more is tried.</param>
/// <param name="DueAt">While delayed: when it is back in its place.</param>
/// <param name="Interaction">Its own record.</param>
/// <param name="Parent">The call it came from.</param>
public sealed record CallbackBody(
    string Id, CallbackStatus Status, string Number, string Queue, string? InboundQueue, string CallerId, string Language, string? Name,
    CallbackOrigin Origin, int Attempts, int AttemptsUsed, int RetryDelaySeconds, int CancelAfterSeconds, int RingTimeSeconds,
    bool AgentNoAnswerUsesAttempt, string DialPlan, string? Trunk, string? TimeZone, DateTime Place, DateTime RequestedAt, DateTime ExpiresAt,
    DateTime? DueAt, string? Agent, AttemptOutcome? LastOutcome, DateTime? EndedAt, string? EndReason, string Interaction, string? Parent,
    IReadOnlyDictionary<string, string> Variables)
{
    public static CallbackBody Of(CallbackRequest c) => new(
        c.Id.ToString(), c.Status, c.Number, c.Terms.Queue, c.InboundQueue, c.CallerId, c.Language, c.CustomerName, c.Origin, c.Terms.Attempts,
        c.AttemptsUsed, (int)c.Terms.RetryDelay.TotalSeconds, (int)c.Terms.CancelAfter.TotalSeconds, (int)c.Terms.RingTime.TotalSeconds,
        c.Terms.AgentNoAnswerUsesAttempt, c.Terms.DialPlan, c.Trunk, c.TimeZone, c.Place.UtcDateTime, c.RequestedAt.UtcDateTime,
        c.ExpiresAt.UtcDateTime, c.DueAt?.UtcDateTime, c.Agent, c.LastOutcome, c.EndedAt?.UtcDateTime, c.EndReason, c.Interaction.ToString(),
        c.Parent?.ToString(), new SortedDictionary<string, string>(c.Variables.ToDictionary(), StringComparer.Ordinal));
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
