using Rappel.Storage.Webhooks;

namespace Rappel.Server.Web.Bodies;

/// <summary>How a webhook stands.</summary>
/// <param name="Waiting">Events not yet delivered.</param>
/// <param name="FailingSince">Of the oldest event that was tried in vain and still waits; null where none was.</param>
/// <param name="NextAt">When something is tried; null for nothing.</param>
/// <param name="GivenUp">Events that were not delivered in three days, as far as they are kept.</param>
/// <param name="LastTriedAt">Null where nothing has been sent.</param>
/// <param name="LastStatus">HTTP status of the last answer; null where none came.</param>
/// <param name="LastTrouble">Why the last try failed; null where it did not.</param>
public sealed record WebhookStateBody(
    string Webhook, string Name, bool Enabled, long Waiting, DateTime? FailingSince, DateTime? NextAt, long GivenUp, DateTime? LastTriedAt, int? LastStatus,
    string? LastTrouble)
{
    internal static WebhookStateBody Of(Core.Config.WebhookSnapshot webhook, WebhookBacklog? backlog, DeliveryRow? last) => new(
        webhook.Key, webhook.Name, webhook.Enabled, backlog?.Waiting ?? 0,
        last?.Trouble is null ? null : backlog?.OldestAt?.UtcDateTime, backlog?.NextAt?.UtcDateTime, backlog?.GivenUp ?? 0, last?.TriedAt?.UtcDateTime, last?.Status,
        last?.Trouble);
}

public sealed record WebhookStatesBody(IReadOnlyList<WebhookStateBody> Items);

/// <summary>One event for one webhook.</summary>
/// <param name="Id">For example <c>d-12</c>.</param>
/// <param name="EventId">As the receiver is sent it, however often.</param>
/// <param name="Subject">What it happened to.</param>
/// <param name="Serial">Rises with each event of the subject.</param>
/// <param name="NextAt">When it is tried; null where it waits behind an earlier one of its subject, and after its end.</param>
/// <param name="Status">HTTP status of the last answer; null where none came.</param>
/// <param name="Trouble">Why the last try failed; null where it did not.</param>
public sealed record DeliveryBody(
    string Id, string EventId, string Event, string Subject, long Serial, DateTime At, DeliveryState State, int Tries, DateTime? NextAt, DateTime? TriedAt, int? Status,
    string? Trouble)
{
    internal static DeliveryBody Of(DeliveryRow d) => new(
        $"d-{d.Id}", d.EventId, d.Event, d.Subject, d.Serial, d.At.UtcDateTime, d.State, d.Tries, d.NextAt?.UtcDateTime, d.TriedAt?.UtcDateTime, d.Status, d.Trouble);
}

/// <param name="Next">Give it as <c>before</c> for the next page; null on the last.</param>
public sealed record DeliveriesBody(IReadOnlyList<DeliveryBody> Items, string? Next);
