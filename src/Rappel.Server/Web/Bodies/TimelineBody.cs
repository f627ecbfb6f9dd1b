namespace Rappel.Server.Web.Bodies;

/// <summary>One thing that happened to a call, to the one it came from, or to one that came from it.</summary>
/// <param name="Kind"><c>call</c>, <c>callback</c>, <c>voicemail</c> or <c>direct</c> began; <c>queued</c>, <c>left-queue</c>, <c>offered</c>, <c>offer-ended</c>,
/// <c>answered</c>, <c>ended</c>; of callbacks <c>attempt</c>, <c>rung</c>, <c>attempt-ended</c>; or a word of the journal.</param>
/// <param name="Interaction">What it happened to.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Attempt">Which try of a callback, from 1.</param>
/// <param name="Seconds">How long it lasted: the wait, the offer, the conversation.</param>
/// <param name="Text">From the journal, in the words of whoever did it.</param>
public sealed record TimelineBody(
    DateTime At, string Kind, string Interaction, string? Queue, string? Agent, string? Number, string? Outcome, int? Attempt, double? Seconds, string? Text, string? Who);
