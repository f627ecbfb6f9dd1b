namespace Rappel.Core.Callbacks;

/// <summary>What is in line, and the hours.</summary>
public sealed partial class CallbackBook
{
    /// <summary>Rule 10. An offer not yet accepted is withdrawn when the hours end; who is rung or talks goes on.</summary>
    private void ChangeHours(Instant now, CallbackInput.HoursChanged hours)
    {
        var queue = QueueOf(hours.Queue);
        if (!queue.Hours.Tell(hours.TimeZone, hours.Open))
        {
            return;
        }

        // All zones: with the first that is named, the others are no longer open by default.
        foreach (var zone in queue.Zones.Where(queue.Hours.Wants).ToList())
        {
            outputs.Enqueue(new CallbackOutput.HoursWanted(hours.Queue, zone));
        }

        foreach (var entry in inFlight.Offered(hours.Queue).Where(e => !queue.Hours.IsOpen(e.Request.TimeZone)))
        {
            var (request, attempt) = Withdrawn(now, entry);
            Change(entry, request, CallbackEvents.HoursEnded, attempt);
            LeaveLine(entry);
        }

        MoveLine(now, hours.Queue, queue);
    }

    /// <summary>The request back in its place, an offer under way being closed, unused; neither is told yet.</summary>
    private static (CallbackRequest Request, CallbackAttempt? Attempt) Withdrawn(Instant now, CallbackEntry entry)
    {
        if (entry.Request.Status != CallbackStatus.Offering)
        {
            return (entry.Request, null);
        }

        var (request, attempt) = CloseAttempt(now, entry, AttemptOutcome.Withdrawn);
        return (Place.Back(request), attempt);
    }

    /// <summary>The line follows the request: out of it where it may not stand, and told anew where it stands otherwise than was told. An offer
    /// under way goes on.</summary>
    private void Settle(CallbackEntry entry)
    {
        var request = entry.Request;
        if (request.Status == CallbackStatus.Offering)
        {
            return;
        }

        if (entry.Line is { } told && !(MayStand(request) && StandsAs(told, request)))
        {
            LeaveLine(entry);
        }

        EnterLine(entry);
    }

    private bool MayStand(CallbackRequest request) =>
        request.Status == CallbackStatus.Waiting && !request.IsHeld && QueueOf(request.Terms.Queue).Hours.IsOpen(request.TimeZone);

    private static bool StandsAs(CallbackRequest told, CallbackRequest request) =>
        told.LinePlace == request.LinePlace && told.Terms.Queue == request.Terms.Queue
        && told.Handling?.AssignedAgent == request.Handling?.AssignedAgent;

    private void EnterLine(CallbackEntry entry)
    {
        if (entry.Line is null && MayStand(entry.Request))
        {
            entry.Line = entry.Request;
            outputs.Enqueue(new CallbackOutput.EnteredLine(entry.Request));
        }
    }

    private void LeaveLine(CallbackEntry entry)
    {
        if (entry.Line is not null)
        {
            entry.Line = null;
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
