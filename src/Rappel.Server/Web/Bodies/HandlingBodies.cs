using System.ComponentModel.DataAnnotations;

namespace Rappel.Server.Web.Bodies;

/// <param name="Reason">Kept in the journal.</param>
public sealed record ReasonBody([property: Required, MaxLength(ApiLimits.MaximumReason)] string Reason);

/// <summary>Exactly one of <c>to</c>, <c>position</c>, <c>before</c>, <c>after</c> and <c>place</c>.</summary>
/// <param name="To"><c>first</c>: ahead of all callbacks of the queue. <c>last</c>: behind all that wait now, callers too.</param>
/// <param name="Position">Among the pending requests of the queue, 1 for the first.</param>
/// <param name="Before">Id of a pending request of the queue.</param>
/// <param name="After">Id of a pending request of the queue.</param>
/// <param name="Place">As if the customer had begun to wait then: against callers too. From 72 hours ago to now.</param>
/// <param name="Reason">Kept in the journal.</param>
public sealed record MoveCallbackBody(
    [property: Required, MaxLength(ApiLimits.MaximumReason)] string Reason,
    [property: AllowedValues("first", "last", null)] string? To = null,
    [property: Range(1, ApiLimits.MaximumPosition)] int? Position = null,
    string? Before = null,
    string? After = null,
    DateTime? Place = null);

/// <param name="From">When the customer is called at the earliest. Default: now.</param>
/// <param name="Until">When at the latest: the request expires then. At least 2 minutes and at most 72 hours after <c>from</c>.</param>
/// <param name="Reason">Kept in the journal.</param>
public sealed record RescheduleCallbackBody(
    [property: Required] DateTime Until, [property: Required, MaxLength(ApiLimits.MaximumReason)] string Reason, DateTime? From = null);

/// <param name="Number">As typed: it goes through the dial plan of the request.</param>
/// <param name="Reason">Kept in the journal.</param>
public sealed record ChangeNumberBody(
    [property: Required, MaxLength(ApiLimits.MaximumNumber)] string Number, [property: Required, MaxLength(ApiLimits.MaximumReason)] string Reason);

/// <param name="Agent">Key of the only agent it is offered to; null or left out: any agent again.</param>
/// <param name="Reason">Kept in the journal.</param>
public sealed record AssignCallbackBody(
    [property: Required, MaxLength(ApiLimits.MaximumReason)] string Reason, [property: MaxLength(ApiLimits.MaximumKey)] string? Agent = null);

/// <param name="Queue">Key of another outbound queue.</param>
/// <param name="Reason">Kept in the journal.</param>
public sealed record TransferCallbackBody(
    [property: Required, MaxLength(ApiLimits.MaximumKey)] string Queue, [property: Required, MaxLength(ApiLimits.MaximumReason)] string Reason);

/// <param name="Text">Shown to the agent who gets the request.</param>
public sealed record AddNoteBody([property: Required, MaxLength(ApiLimits.MaximumNote)] string Text);

/// <param name="Agent">Key of the agent who is offered it, or whose attempt it is.</param>
/// <param name="Reason">Kept in the journal.</param>
public sealed record DismissCallbackBody(
    [property: Required, MaxLength(ApiLimits.MaximumKey)] string Agent, [property: Required, MaxLength(ApiLimits.MaximumReason)] string Reason);
