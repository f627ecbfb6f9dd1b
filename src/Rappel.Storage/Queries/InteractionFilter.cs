using Rappel.Engine.Journal;

namespace Rappel.Storage.Queries;

/// <summary>Null for any.</summary>
/// <param name="From">That began from this moment on.</param>
/// <param name="To">That began before this moment.</param>
/// <param name="Outcome">The word itself, or what it begins with up to a colon: <c>diverted</c> finds <c>diverted: callback</c>; empty finds
/// those that go on.</param>
/// <param name="Number">The caller's number, whole or its last digits.</param>
/// <param name="Before">For paging: only what comes after this one in the list.</param>
public sealed record InteractionFilter(
    Instant? From, Instant? To, string? Queue, string? Agent, string? Channel, InteractionKind? Kind, string? Outcome, string? Number, int Limit,
    long? Before);
