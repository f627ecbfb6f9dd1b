using Rappel.Core.Callbacks;
using Rappel.Core.Calls;
using Rappel.Core.Config;
using Rappel.Engine.Journal;

namespace Rappel.Server.Webhooks;

/// <summary>Finds what webhooks are told of among the rows of one turn of the engine, in order.</summary>
internal static class HappenedInBatch
{
    public static IEnumerable<Happening> Of(Batch batch)
    {
        var changed = new Dictionary<string, (CallbackRequest Request, CallbackAttempt? Attempt)>(StringComparer.Ordinal);
        foreach (var row in batch.Rows)
        {
            switch (row)
            {
                case StoreRow.OfCallback { Callback: var callback }:
                    changed[callback.Id.ToString()] = (callback, null);
                    break;
                case StoreRow.OfAttempt { Attempt: var attempt } when changed.TryGetValue(attempt.Callback.ToString(), out var of):
                    changed[attempt.Callback.ToString()] = (of.Request, attempt);
                    break;
                case StoreRow.OfJournal { Entry: var entry } when changed.Remove(entry.Subject, out var told):
                    yield return Happening.Of(told.Request, told.Attempt, entry);
                    break;
                case StoreRow.OfInteraction { Interaction: { EndedAt: not null } call } when IsCall(call):
                    yield return Happening.Of(call);
                    break;
                case StoreRow.OfVoicemail { Voicemail: { Status: VoicemailStatus.New } message }:
                    yield return Happening.Of(message);
                    break;
            }
        }

        // An end that is written a second time, because the batch it was in could not be, comes without its entry in the journal.
        foreach (var (request, attempt) in changed.Values.Where(c => c.Request.IsFinal))
        {
            yield return Happening.Of(request, attempt, null);
        }
    }

    /// <summary>A message is told of as a message, and a callback that nobody answered as a callback.</summary>
    private static bool IsCall(InteractionRow row) =>
        row.Kind != InteractionKind.Voicemail && (row.Kind != InteractionKind.Callback || row.AnsweredAt is not null);
}
