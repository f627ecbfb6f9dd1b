using Rappel.Core.Callbacks;

namespace Rappel.Storage.Tables;

/// <summary>What was decided about a request by hand, as it lies in the database. Moments are UTC ticks of 100 ns; what is absent was not decided.</summary>
internal sealed record StoredHandling(
    long? FromTicks = null, long? UntilTicks = null, long? MovedToTicks = null, string? AssignedAgent = null, StoredNote[]? Notes = null,
    string? HeldBecause = null, long? TalkEndedTicks = null, StoredDecision? Decision = null)
{
    public static StoredHandling Of(CallbackHandling handling) => new(
        handling.Window?.From.UtcTicks, handling.Window?.Until.UtcTicks, handling.MovedTo?.UtcTicks, handling.AssignedAgent,
        handling.Notes.IsEmpty ? null : [.. handling.Notes.Select(n => new StoredNote(n.At.UtcTicks, n.Who, n.Text))], handling.HeldBecause,
        handling.TalkEndedAt?.UtcTicks, handling.Decision is { } decision ? StoredDecision.Of(decision) : null);

    public CallbackHandling ToHandling() => new(
        FromTicks is { } from && UntilTicks is { } until ? new CallbackWindow(Moment(from), Moment(until)) : null,
        MovedToTicks is { } moved ? Moment(moved) : null, AssignedAgent,
        [.. (Notes ?? []).Select(n => new CallbackNote(Moment(n.AtTicks), n.Who, n.Text))], HeldBecause)
    {
        TalkEndedAt = TalkEndedTicks is { } ended ? Moment(ended) : null,
        Decision = Decision?.ToDecision(),
    };

    private static Instant Moment(long ticks) => new(ticks, TimeSpan.Zero);
}

internal sealed record StoredDecision(string Outcome, long? AtTicks, string? Number, string? Trunk, string? TimeZone, string Who, string? Why)
{
    public static StoredDecision Of(CallbackDecision decision) => new(
        Words.Of(decision.Outcome), decision.At?.UtcTicks, decision.Number?.Number, decision.Number?.Trunk, decision.Number?.TimeZone, decision.Who, decision.Why);

    public CallbackDecision ToDecision() => new(
        Words.TryParse<DecidedOutcome>(Outcome, out var outcome) ? outcome : throw new StoreException($"A stored outcome is the unknown '{Outcome}'."),
        AtTicks is { } at ? new Instant(at, TimeSpan.Zero) : null, Number is null ? null : new DialledNumber(Number, Trunk, TimeZone), Who, Why);
}

internal sealed record StoredNote(long AtTicks, string Who, string Text);
