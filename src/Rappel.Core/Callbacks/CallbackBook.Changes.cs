using Rappel.Core.Calls;

namespace Rappel.Core.Callbacks;

/// <summary>The one place where a request is written: counts, deadlines and what is told follow from it.</summary>
public sealed partial class CallbackBook
{
    /// <summary>Ends a request that is not being rung. An attempt that is open ends with it, unused.</summary>
    private void End(
        Instant now, CallbackEntry entry, CallbackStatus status, string reason, string? who = null, string? why = null, string? eventWord = null)
    {
        var (request, attempt) = CloseAttempt(now, entry, AttemptOutcome.Withdrawn);
        Finish(now, entry, request, attempt, status, reason, who, why, eventWord);
    }

    private void Finish(
        Instant now, CallbackEntry entry, CallbackRequest request, CallbackAttempt? attempt, CallbackStatus status, string reason,
        string? who = null, string? why = null, string? eventWord = null)
    {
        request = HoldRule.Released(request) with { Status = status, DueAt = null, EndedAt = now, EndReason = reason };
        Change(entry, request, eventWord ?? WordOf(status), attempt, who, why);
        LeaveLine(entry);
    }

    private void Mark(CallbackEntry entry, string mark, string eventWord, string? who = null, string? why = null) =>
        Change(entry, entry.Request with { EndReason = mark }, eventWord, null, who, why);

    /// <param name="attempt">The attempt row if it changed; one with an outcome is no longer under way.</param>
    private void Change(
        CallbackEntry entry, CallbackRequest request, string eventWord, CallbackAttempt? attempt = null, string? who = null,
        string? why = null)
    {
        QueueOf(entry.Request.Terms.Queue).Count(entry, -1);
        duplicates.Ended(entry);
        entry.Request = request with { Revision = entry.Request.Revision + 1 };
        entry.Attempt = request.CurrentAttempt is null ? null : attempt ?? entry.Attempt;
        if (request.IsFinal)
        {
            open.Remove(request.Id);
        }
        else
        {
            File(entry);
        }

        if (!InFlightList.Is(request.Status))
        {
            inFlight.Left(entry);
        }

        SetDeadline(entry, Expiry.NextLook(entry.Request));
        outputs.Enqueue(new CallbackOutput.Changed(entry.Request, attempt, eventWord, who, why));
    }

    private void Open(CallbackEntry entry)
    {
        open.Add(entry.Request.Id, entry);
        File(entry);
        SetDeadline(entry, Expiry.NextLook(entry.Request));
    }

    /// <summary>Under its queue, number and zone, which may be other ones than before.</summary>
    private void File(CallbackEntry entry)
    {
        var request = entry.Request;
        var queue = QueueOf(request.Terms.Queue);
        duplicates.Opened(entry);
        queue.Count(entry, 1);
        if (queue.Hours.Wants(request.TimeZone))
        {
            outputs.Enqueue(new CallbackOutput.HoursWanted(request.Terms.Queue, request.TimeZone));
        }
    }

    private void SetDeadline(CallbackEntry entry, Instant? deadline)
    {
        if (entry.Deadline == deadline)
        {
            return;
        }

        if (entry.Deadline is not null)
        {
            deadlines.Remove(entry);
        }

        entry.Deadline = deadline;
        if (deadline is not null)
        {
            deadlines.Add(entry);
        }
    }

    private static string WordOf(CallbackStatus final) => final switch
    {
        CallbackStatus.Completed => CallbackEvents.Completed,
        CallbackStatus.Exhausted => CallbackEvents.Exhausted,
        CallbackStatus.Expired => CallbackEvents.Expired,
        CallbackStatus.Cancelled => CallbackEvents.Cancelled,
        CallbackStatus.Served => CallbackEvents.Served,
        CallbackStatus.BadNumber => CallbackEvents.BadNumber,
        _ => throw new InvalidOperationException($"{final} is not final."),
    };
}
