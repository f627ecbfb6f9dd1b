using Rappel.Engine.Journal;

namespace Rappel.Storage;

/// <param name="Queues">Keys; null for any.</param>
/// <param name="Status">Null for any, but for those being recorded and those of which nothing was recorded.</param>
/// <param name="Open">True for new and heard ones only.</param>
/// <param name="Number">A part of the caller's number, in digits; null for any.</param>
/// <param name="Text">A part of the note; null for any. Either of the two is enough.</param>
/// <param name="BeforeId">For paging: only ids below it.</param>
public sealed record VoicemailFilter(
    IReadOnlyCollection<string>? Queues, VoicemailStatus? Status, bool Open, string? Number, string? Text, int Limit, long? BeforeId);
