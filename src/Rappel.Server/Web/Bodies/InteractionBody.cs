using Rappel.Core.Acd;
using Rappel.Engine.Journal;

namespace Rappel.Server.Web.Bodies;

/// <summary>The record of one call, callback or message.</summary>
/// <param name="Id">For example <c>i-7</c>.</param>
/// <param name="Parent">The interaction it came from.</param>
/// <param name="Caller">The person's number; null where withheld.</param>
/// <param name="Dialled">The number dialled, or the one shown.</param>
/// <param name="Outcome">Null while it goes on.</param>
/// <param name="ExpectedWaitToldSeconds">What the caller was told.</param>
/// <param name="ExpectedWaitErrorSeconds">By how much longer (shorter, where negative) the wait was: until an agent took the call, or until the customer's phone first rang.</param>
public sealed record InteractionBody(
    string Id, InteractionKind Kind, string? Parent, string? Channel, string? Queue, string? Caller, string? Dialled, string Language,
    DateTime StartedAt, DateTime? QueuedAt, DateTime? AnsweredAt, DateTime? EndedAt, string? Agent, string? Outcome, int? ExpectedWaitToldSeconds,
    int? ExpectedWaitErrorSeconds)
{
    /// <summary>Transaction codes that the agent gave it.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];

    /// <summary>What the agent noted.</summary>
    public string? Note { get; init; }

    /// <param name="said">What the agent said about it; null for nothing.</param>
    public static InteractionBody Of(InteractionRow i, AfterCallRow? said) => Of(i) with { Codes = said?.Codes ?? [], Note = said?.Note };

    public static InteractionBody Of(InteractionRow i) => new(
        i.Id.ToString(), i.Kind, i.Parent?.ToString(), i.Channel, i.Queue, i.Caller, i.Dialled, i.Language, i.StartedAt.UtcDateTime,
        i.QueuedAt?.UtcDateTime, i.AnsweredAt?.UtcDateTime, i.EndedAt?.UtcDateTime, i.Agent, i.Outcome, i.ExpectedWaitTold,
        i.ExpectedWaitError);
}

/// <param name="Next">Give it as <c>before</c> for the next page; null on the last.</param>
public sealed record InteractionsBody(IReadOnlyList<InteractionBody> Items, string? Next);

/// <summary>An agent was asked to take it.</summary>
/// <param name="Outcome">Null while it is open.</param>
public sealed record OfferBody(
    string Id, string Agent, string Queue, WorkKind Kind, string? Callback, DateTime At, DateTime? EndedAt, OfferOutcome? Outcome)
{
    public static OfferBody Of(OfferRow o) => new(
        o.Id.ToString(), o.Agent, o.Queue, o.Kind, o.Callback?.ToString(), o.At.UtcDateTime, o.EndedAt?.UtcDateTime, o.Outcome);
}

/// <param name="Children">Interactions that came from it, such as its callback.</param>
/// <param name="ParentInteraction">The interaction it came from; null for none.</param>
/// <param name="Timeline">From the caller's first call to the last that came of it, in order of time.</param>
public sealed record InteractionDetailBody(
    InteractionBody Interaction, IReadOnlyList<OfferBody> Offers, IReadOnlyList<InteractionBody> Children, IReadOnlyList<JournalBody> Journal,
    InteractionBody? ParentInteraction, IReadOnlyList<TimelineBody> Timeline);
