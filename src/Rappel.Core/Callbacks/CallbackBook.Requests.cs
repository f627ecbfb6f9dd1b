using Rappel.Core.Calls;

namespace Rappel.Core.Callbacks;

/// <summary>Taking requests, calling hours, and the line.</summary>
public sealed partial class CallbackBook
{
    /// <summary>Rules 1, 3 and 8: refused, pending already, or taken at its caller's place.</summary>
    private void Take(Instant now, CallbackInput.Request asked)
    {
        var queue = QueueOf(asked.Terms.Queue);
        if (RefusalOf(asked, queue) is { } reason)
        {
            outputs.Enqueue(new CallbackOutput.Refused(asked.Id, reason));
            return;
        }

        if (duplicates.Find(asked.Terms.Queue, asked.Number) is { } existing)
        {
            outputs.Enqueue(new CallbackOutput.AlreadyPending(asked.Id, existing.Request));
            return;
        }

        if (queue.Open >= asked.MaximumPending)
        {
            outputs.Enqueue(new CallbackOutput.Refused(asked.Id, "pending-cap"));
            return;
        }

        var entry = new CallbackEntry(NewRequest(now, asked));
        Open(entry);
        outputs.Enqueue(new CallbackOutput.Changed(entry.Request, null, CallbackEvents.Requested, null, null));
        outputs.Enqueue(new CallbackOutput.Accepted(entry.Request));
        EnterLine(entry);
    }

    private string? RefusalOf(CallbackInput.Request asked, QueueBook queue) =>
        !CallbackTermsRule.Holds(asked.Terms) ? "out-of-range"
        : string.IsNullOrWhiteSpace(asked.Number) ? "no-number"
        : open.ContainsKey(asked.Id) ? "id-in-use"
        : null;

    private static CallbackRequest NewRequest(Instant now, CallbackInput.Request asked) => new(
        asked.Id, asked.Tenant, Revision: 1, CallbackStatus.Waiting, asked.Terms, asked.Number, asked.Trunk, asked.TimeZone,
        asked.CallerId, asked.Language, asked.CustomerName, asked.InboundQueue, asked.Origin, asked.Interaction, asked.Parent,
        Place.OfNew(asked.Place, now), RequestedAt: now, Expiry.Of(asked.Terms, now), DueAt: null, AttemptsUsed: 0, AttemptsBegun: 0,
        CurrentAttempt: null, TrunkFailures: 0, Agent: null, LastOutcome: null, EndedAt: null, EndReason: null, asked.Variables);

    /// <summary>Rule 10. An offer not yet accepted is withdrawn when the hours end; who is rung or talks goes on.</summary>
    private void ChangeHours(Instant now, string queueKey, bool isOpen)
    {
        var queue = QueueOf(queueKey);
        if (queue.Closed == !isOpen)
        {
            return;
        }

        queue.Closed = !isOpen;
        foreach (var entry in queue.Pending.ToList())
        {
            if (isOpen)
            {
                EnterLine(entry);
                continue;
            }

            if (entry.Request.Status == CallbackStatus.Offering)
            {
                var (request, attempt) = CloseAttempt(now, entry, AttemptOutcome.Withdrawn);
                Change(entry, Place.Back(request), CallbackEvents.HoursEnded, attempt);
            }

            LeaveLine(entry);
        }
    }

    private void EnterLine(CallbackEntry entry)
    {
        if (!entry.InLine && entry.Request.Status == CallbackStatus.Waiting && !QueueOf(entry.Request.Terms.Queue).Closed)
        {
            entry.InLine = true;
            outputs.Enqueue(new CallbackOutput.EnteredLine(entry.Request));
        }
    }

    private void LeaveLine(CallbackEntry entry)
    {
        if (entry.InLine)
        {
            entry.InLine = false;
            outputs.Enqueue(new CallbackOutput.LeftLine(entry.Request.Id));
        }
    }

    private QueueBook QueueOf(string queue)
    {
        if (!queues.TryGetValue(queue, out var found))
        {
            queues.Add(queue, found = new QueueBook());
        }

        return found;
    }
}
