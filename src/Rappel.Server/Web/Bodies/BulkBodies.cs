using System.ComponentModel.DataAnnotations;

namespace Rappel.Server.Web.Bodies;

/// <summary>One action on many callback requests. What else it needs is given as for one of them.</summary>
/// <param name="Ids">For example <c>cb-12</c>; none twice.</param>
/// <param name="Action"><c>cancel</c>, <c>retry</c>, <c>hold</c>, <c>release</c>, <c>assign</c>, <c>transfer</c>, <c>reschedule</c> or <c>move</c>.</param>
/// <param name="Why">Kept in the journal of each.</param>
/// <param name="Agent">For <c>assign</c>; null for any.</param>
/// <param name="Queue">For <c>transfer</c>.</param>
/// <param name="From">For <c>reschedule</c>; left out for now.</param>
/// <param name="Until">For <c>reschedule</c>.</param>
/// <param name="To">For <c>move</c>: <c>first</c> or <c>last</c>, in the order of <c>ids</c>.</param>
public sealed record BulkCallbacksBody(
    [property: Required, MaxLength(ApiLimits.BulkCallbacks)] IReadOnlyList<string> Ids, [property: Required] string Action,
    [property: Required, MaxLength(ApiLimits.MaximumReason)] string Why, string? Agent = null, string? Queue = null, DateTime? From = null,
    DateTime? Until = null, string? To = null);

/// <summary>What came of each.</summary>
public sealed record BulkDoneBody(IReadOnlyList<string> Done, IReadOnlyList<BulkRefusalBody> Refused);

/// <param name="Code">A stable word, as one request would be refused with.</param>
public sealed record BulkRefusalBody(string Id, string Code, string? Message);
