namespace Rappel.Core.Callbacks;

/// <summary>
/// Rule 11: what people and programs do to a request. An offer under way is withdrawn where its agent would be shown what is no longer so; a
/// customer who is being rung or talks is left alone.
/// </summary>
public sealed partial class CallbackBook
{
    private void ApplyByHand(Instant now, CallbackEntry entry, CallbackInput input)
    {
        switch (entry.Request.Status, input)
        {
            case (not CallbackStatus.Connected, CallbackInput.Hold hold):
                Hold(now, entry, hold);
                break;
            case (_, CallbackInput.Release release) when HoldRule.MayRelease(entry.Request, release.Reason):
                Release(entry, release);
                break;
            case (_, CallbackInput.AddNote note):
                AddNote(now, entry, note);
                break;

            // The agent who is shown it, and no other.
            case (CallbackStatus.Offering, CallbackInput.Dismiss dismiss) when dismiss.Agent == entry.Request.Agent:
                End(now, entry, CallbackStatus.Cancelled, EndMark.OfDismissal(dismiss.Why), dismiss.Agent, dismiss.Why, CallbackEvents.Dismissed);
                break;
            case (CallbackStatus.Dialling, CallbackInput.Dismiss dismiss) when dismiss.Agent == entry.Request.Agent:
                Mark(entry, EndMark.OfDismissal(dismiss.Why), CallbackEvents.DismissAsked, dismiss.Agent, dismiss.Why);
                break;

            case (CallbackStatus.Waiting or CallbackStatus.Offering or CallbackStatus.Delayed, _):
                Redirect(now, entry, input);
                break;
            default:
                Refuse(entry.Request.Id, "not-in-state");
                break;
        }
    }

    /// <summary>What would be wrong once the customer's phone rings.</summary>
    private void Redirect(Instant now, CallbackEntry entry, CallbackInput input)
    {
        switch (entry.Request.Status, input)
        {
            case (_, CallbackInput.Reorder reorder):
                Reorder(now, entry, reorder);
                break;
            case (CallbackStatus.Delayed, CallbackInput.RetryNow retry):
                RetryNow(now, entry, retry);
                break;
            case (CallbackStatus.Waiting, CallbackInput.RetryNow retry) when entry.Request.IsHeld:
                RetryNow(now, entry, retry);
                break;
            case (_, CallbackInput.Reschedule reschedule):
                Reschedule(now, entry, reschedule);
                break;
            case (_, CallbackInput.ChangeNumber change):
                ChangeNumber(now, entry, change);
                break;
            case (_, CallbackInput.Assign assign):
                Assign(now, entry, assign);
                break;
            case (_, CallbackInput.Transfer transfer) when transfer.Queue != entry.Request.Terms.Queue:
                Transfer(now, entry, transfer);
                break;
            default:
                Refuse(entry.Request.Id, "not-in-state");
                break;
        }
    }

    private void Hold(Instant now, CallbackEntry entry, CallbackInput.Hold hold)
    {
        if (!HoldRule.IsReason(hold.Reason))
        {
            Refuse(hold.Id, "unknown-reason");
        }
        else if (!HoldRule.MayHold(entry.Request, hold.Reason))
        {
            Refuse(hold.Id, "not-in-state");
        }
        else
        {
            var (request, attempt) = Withdrawn(now, entry);
            Change(entry, HoldRule.Held(request, hold.Reason), CallbackEvents.Held, attempt, hold.Who, Because(hold.Reason, hold.Why));
            Settle(entry);
        }
    }

    private void Release(CallbackEntry entry, CallbackInput.Release release)
    {
        var why = Because(entry.Request.Handling!.HeldBecause!, release.Why);
        Change(entry, HoldRule.Released(entry.Request), CallbackEvents.Released, who: release.Who, why: why);
        Settle(entry);
    }

    private static string Because(string reason, string? why) => why is null ? reason : $"{reason}: {why}";

    private void Reorder(Instant now, CallbackEntry entry, CallbackInput.Reorder reorder)
    {
        var before = entry.Request.LinePlace;
        var moved = Place.Moved(entry.Request, reorder.Place, now);
        Change(entry, moved, CallbackEvents.Moved, who: reorder.Who, why: $"{before:u} -> {moved.LinePlace:u}: {reorder.Why}");
        Settle(entry);
    }

    private void RetryNow(Instant now, CallbackEntry entry, CallbackInput.RetryNow retry)
    {
        var request = WindowRule.Now(HoldRule.Released(Place.Back(entry.Request)), now);
        Change(entry, request, CallbackEvents.RetryAsked, who: retry.Who, why: retry.Why);
        Settle(entry);
    }

    private void Reschedule(Instant now, CallbackEntry entry, CallbackInput.Reschedule reschedule)
    {
        if (!WindowRule.Holds(reschedule.Window, now))
        {
            Refuse(reschedule.Id, "bad-window");
            return;
        }

        // Also one that a rejection left open: it would stay open for as long as the window is away.
        var before = entry.Request;
        var (request, attempt) = CloseAttempt(now, entry, AttemptOutcome.Withdrawn);
        var window = reschedule.Window;
        Redirected(entry, before, WindowRule.Within(request, window, now), attempt, CallbackEvents.Rescheduled, reschedule.Who,
            $"{window.From:u} to {window.Until:u}: {reschedule.Why}");
    }

    private void AddNote(Instant now, CallbackEntry entry, CallbackInput.AddNote note)
    {
        if (!NoteRule.IsNote(note.Text))
        {
            Refuse(note.Id, "bad-note");
        }
        else if (NoteRule.IsFull(entry.Request))
        {
            Refuse(note.Id, "too-many-notes");
        }
        else
        {
            Change(entry, NoteRule.Noted(entry.Request, now, note.Who, note.Text), CallbackEvents.Noted, who: note.Who, why: note.Text);
        }
    }
}
