using Rappel.Core.Acd;
using Rappel.Core.Calls;
using Rappel.Engine.Journal;

namespace Rappel.Storage.Tables;

/// <summary>A wrap-up that holds its agent, as it lies in the database. Moments are UTC ticks of 100 ns.</summary>
internal sealed record StoredHeld(long Interaction, long? Callback, string Queue, string Kind, long SinceTicks, long EndsTicks, string? Note)
{
    public static StoredHeld Of(HeldWrapUp held) => new(
        held.Interaction.Value, held.Callback?.Value, held.Queue, Words.Of(held.Kind), held.Since.UtcTicks, held.Ends.UtcTicks, held.Note);

    public HeldWrapUp ToHeld() => new(
        new InteractionId(Interaction), Callback is { } id ? new CallbackId(id) : null, Queue,
        Words.TryParse<WorkKind>(Kind, out var kind) ? kind : throw new StoreException($"A stored wrap-up is of the unknown kind '{Kind}'."),
        new Instant(SinceTicks, TimeSpan.Zero), new Instant(EndsTicks, TimeSpan.Zero), Note);
}
