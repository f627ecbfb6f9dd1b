using Rappel.Core.Callbacks;

namespace Rappel.Storage.Tables;

/// <summary>What was decided about a request by hand, as it lies in the database. Moments are UTC ticks of 100 ns; what is absent was not decided.</summary>
internal sealed record StoredHandling(
    long? FromTicks = null, long? UntilTicks = null, long? MovedToTicks = null, string? AssignedAgent = null, StoredNote[]? Notes = null,
    string? HeldBecause = null)
{
    public static StoredHandling Of(CallbackHandling handling) => new(
        handling.Window?.From.UtcTicks, handling.Window?.Until.UtcTicks, handling.MovedTo?.UtcTicks, handling.AssignedAgent,
        handling.Notes.IsEmpty ? null : [.. handling.Notes.Select(n => new StoredNote(n.At.UtcTicks, n.Who, n.Text))], handling.HeldBecause);

    public CallbackHandling ToHandling() => new(
        FromTicks is { } from && UntilTicks is { } until ? new CallbackWindow(Moment(from), Moment(until)) : null,
        MovedToTicks is { } moved ? Moment(moved) : null, AssignedAgent,
        [.. (Notes ?? []).Select(n => new CallbackNote(Moment(n.AtTicks), n.Who, n.Text))], HeldBecause);

    private static Instant Moment(long ticks) => new(ticks, TimeSpan.Zero);
}

internal sealed record StoredNote(long AtTicks, string Who, string Text);
