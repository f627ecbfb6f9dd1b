using Rappel.Core.Calls;
using Rappel.Engine.Journal;

namespace Rappel.Storage.Webhooks;

/// <summary>What became of an event on its way to a webhook.</summary>
public enum DeliveryState
{
    Waiting,
    Delivered,
    GivenUp,
}

/// <summary>One event for one webhook.</summary>
/// <param name="Id">In the order in which things happened; 0 before it is written.</param>
/// <param name="Subject">What happened to: <c>cb-12</c>. Deliveries of one subject go one after the other.</param>
/// <param name="Serial">Rises with each event of the subject.</param>
/// <param name="EventId">The same however often it is sent.</param>
/// <param name="Until">No try begins after one that failed then.</param>
/// <param name="Body">JSON, as it is sent.</param>
/// <param name="NextAt">When it is tried; null where it waits behind another of its subject, and after its end.</param>
/// <param name="Status">Of the last answer; null where none came.</param>
/// <param name="Trouble">Why the last try failed; null where it did not.</param>
public sealed record DeliveryRow(
    TenantId Tenant, long Id, string Webhook, string Subject, long Serial, string Event, string EventId, Instant At, Instant Until, string Body,
    DeliveryState State = DeliveryState.Waiting, int Tries = 0, Instant? NextAt = null, Instant? TriedAt = null, int? Status = null,
    string? Trouble = null, Instant? EndedAt = null);

/// <summary>A row of the shell's own among those of the engine: on disk with what it tells, or not at all. One that is there already stays.</summary>
public sealed record DeliveryAdded(DeliveryRow Delivery) : StoreRow;

/// <summary>How one try went.</summary>
/// <param name="Next">When to try again, where it still waits.</param>
public sealed record DeliveryTry(
    TenantId Tenant, long Id, Instant At, int? Status, string? Trouble, DeliveryState State, Instant? Next);

/// <summary>How a webhook stands.</summary>
/// <param name="Waiting">Deliveries not yet made.</param>
/// <param name="OldestAt">When the oldest of them happened.</param>
/// <param name="NextAt">When one of them is tried.</param>
public sealed record WebhookBacklog(string Webhook, long Waiting, Instant? OldestAt, Instant? NextAt, long GivenUp);
