using Rappel.Core.Calls;

namespace Rappel.Core.Callbacks;

/// <summary>Taking requests.</summary>
public sealed partial class CallbackBook
{
    /// <summary>Who said the note that came with a request, where nobody is named.</summary>
    private const string Customer = "customer";

    /// <summary>Rules 1, 3 and 8: refused, pending already, or taken at its caller's place.</summary>
    private void Take(Instant now, CallbackInput.Request asked)
    {
        var queue = QueueOf(asked.Terms.Queue);
        if (RefusalOf(now, asked) is { } reason)
        {
            outputs.Enqueue(new CallbackOutput.Refused(asked.Id, reason));
            return;
        }

        if (duplicates.Find(asked.Terms.Queue, asked.Number) is { Request: { IsTalkOver: true, Status: CallbackStatus.Connected } } done)
        {
            // They have talked and ask anew: the wish is a new one, unless the agent decided to call again.
            SettleOutcome(now, done);
        }

        if (duplicates.Find(asked.Terms.Queue, asked.Number) is { } found && FindCurrent(now, found.Request.Id) is { } existing)
        {
            AskAgain(now, asked, existing);
            return;
        }

        if (queue.Open >= asked.MaximumPending)
        {
            outputs.Enqueue(new CallbackOutput.Refused(asked.Id, "pending-cap"));
            return;
        }

        var entry = new CallbackEntry(NewRequest(now, asked));
        Open(entry);
        outputs.Enqueue(new CallbackOutput.Changed(entry.Request, null, CallbackEvents.Requested, asked.Who, null));
        outputs.Enqueue(new CallbackOutput.Accepted(entry.Request));
        EnterLine(entry);
    }

    /// <summary>Rule 8: the first stands, and its place.</summary>
    private void AskAgain(Instant now, CallbackInput.Request asked, CallbackEntry existing)
    {
        if (Renewal.Of(existing.Request, asked, now) is { } renewed)
        {
            Change(existing, renewed, CallbackEvents.Renewed, who: asked.Who);
        }

        if (asked.Note is { } note && !NoteRule.IsFull(existing.Request))
        {
            var who = asked.Who ?? Customer;
            Change(existing, NoteRule.Noted(existing.Request, now, who, note), CallbackEvents.Noted, who: who, why: note);
        }

        outputs.Enqueue(new CallbackOutput.AlreadyPending(asked.Id, existing.Request));
    }

    private string? RefusalOf(Instant now, CallbackInput.Request asked) =>
        !CallbackTermsRule.Holds(asked.Terms) ? "out-of-range"
        : string.IsNullOrWhiteSpace(asked.Number) ? "no-number"
        : open.ContainsKey(asked.Id) ? "id-in-use"
        : asked.Window is { } window && !WindowRule.Holds(window, now) ? "bad-window"
        : asked.Note is { } note && !NoteRule.IsNote(note) ? "bad-note"
        : null;

    private static CallbackRequest NewRequest(Instant now, CallbackInput.Request asked)
    {
        var request = new CallbackRequest(
            asked.Id, asked.Tenant, Revision: 1, CallbackStatus.Waiting, asked.Terms, asked.Number, asked.Trunk, asked.TimeZone,
            asked.CallerId, asked.Language, asked.CustomerName, asked.InboundQueue, asked.Origin, asked.Interaction, asked.Parent,
            Place.OfNew(asked, now), RequestedAt: now, Expiry.Of(asked.Terms, now), DueAt: null, AttemptsUsed: 0, AttemptsBegun: 0,
            CurrentAttempt: null, TrunkFailures: 0, Agent: null, LastOutcome: null, EndedAt: null, EndReason: null, asked.Variables)
        {
            ToldWait = asked.ToldWait,
        };
        request = request.Handled(h => h with { AssignedAgent = asked.AssignedAgent });
        request = asked.Window is { } window ? WindowRule.Within(request, window, now) : request;
        return asked.Note is { } note ? NoteRule.Noted(request, now, asked.Who ?? Customer, note) : request;
    }
}
