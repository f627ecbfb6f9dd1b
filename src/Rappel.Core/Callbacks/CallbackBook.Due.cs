using Rappel.Core.Calls;

namespace Rappel.Core.Callbacks;

/// <summary>
/// What the book does by itself when a time has come. So much at once and no more: after days without a server a hundred thousand requests
/// may have expired, and everything else would wait for one enormous turn and one enormous transaction.
/// </summary>
public sealed partial class CallbackBook
{
    /// <summary>More is due than was acted on at once: from then on the rest.</summary>
    private Instant? dueFrom;

    private void ActOnWhatIsDue(Instant now)
    {
        if (now < dueFrom)
        {
            return;
        }

        dueFrom = null;
        for (var left = CallbackLimits.DueAtOnce; deadlines.First is { } entry && entry.Deadline <= now; left--)
        {
            if (left == 0)
            {
                dueFrom = now + CallbackLimits.DuePause;
                return;
            }

            ActOnDue(now, entry);
        }
    }

    /// <summary>Rule 7 before rule 6: where both times have come, the request is over.</summary>
    private void ActOnDue(Instant now, CallbackEntry entry)
    {
        if (Expiry.HasCome(entry.Request, now))
        {
            End(now, entry, CallbackStatus.Expired, "cancel-after");
        }
        else
        {
            Change(entry, Place.Back(entry.Request), CallbackEvents.Due);
            EnterLine(entry);
        }
    }

    /// <summary>The open request, after what was due for it whosever turn it is: nothing begins at or after its expiry. Null where it is
    /// unknown, final, or has expired just now.</summary>
    private CallbackEntry? FindCurrent(Instant now, CallbackId id)
    {
        if (open.TryGetValue(id, out var entry) && entry.Deadline <= now)
        {
            ActOnDue(now, entry);
        }

        return open.GetValueOrDefault(id);
    }
}
