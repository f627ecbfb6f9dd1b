using Rappel.Core.Calls;

namespace Rappel.Core.Callbacks;

/// <summary>
/// What a restart makes of what it finds. Requests wait as before, at their places. An offer ended with the process and used no attempt,
/// since nobody but an agent was rung. A dialling counts as having rung, whatever the attempt row says, because the row may be older than
/// the INVITE: nobody is rung twice for one attempt. A connected call was what the caller wanted. Rule 7 holds while the server is down.
/// What people hold stays held; a customer who was on the line with us is not any more.
/// </summary>
public sealed partial class CallbackBook
{
    /// <summary>
    /// Once, before any input but HoursChanged. Tells Changed for what the restart changed and EnteredLine for what is in line.
    /// </summary>
    /// <param name="stored">In order of their ids. Final ones are passed over.</param>
    /// <param name="attempts">Those without outcome.</param>
    public void Restore(Instant now, IEnumerable<CallbackRequest> stored, IEnumerable<CallbackAttempt> attempts)
    {
        var openAttempts = new Dictionary<(CallbackId, int), CallbackAttempt>();
        foreach (var attempt in attempts.Where(a => a.Outcome is null))
        {
            openAttempts[(attempt.Callback, attempt.Serial)] = attempt;
        }

        foreach (var request in stored)
        {
            if (!request.IsFinal && !open.ContainsKey(request.Id))
            {
                var entry = new CallbackEntry(request);
                if (request.CurrentAttempt is { } serial)
                {
                    entry.Attempt = openAttempts.GetValueOrDefault((request.Id, serial));
                }

                Open(entry);
                Recover(now, entry);
                EndHoldOnTheLine(entry);
            }
        }

        ActOnWhatIsDue(now);
        foreach (var entry in open.Values.Where(e => e.Line is null).OrderBy(e => e.Request.Id.Value).ToList())
        {
            EnterLine(entry);
        }
    }

    /// <summary>Even one asked for while the customer was rung: that attempt is over.</summary>
    private void EndHoldOnTheLine(CallbackEntry entry)
    {
        if (!entry.Request.IsFinal && HoldRule.EndsWithRestart(entry.Request))
        {
            Change(entry, HoldRule.Released(entry.Request), CallbackEvents.Released, why: CallbackHold.OnTheLine);
        }
    }

    private void Recover(Instant now, CallbackEntry entry)
    {
        switch (entry.Request.Status)
        {
            case CallbackStatus.Offering:
                var (request, attempt) = CloseAttempt(now, entry, AttemptOutcome.Withdrawn);
                Change(entry, Place.Back(request), CallbackEvents.Recovered, attempt);
                break;
            case CallbackStatus.Dialling:
                FailAttempt(now, entry, AttemptOutcome.InterruptedByRestart, null, CallbackEvents.Recovered);
                break;
            case CallbackStatus.Connected:
                End(now, entry, CallbackStatus.Completed, "connected");
                break;
            case CallbackStatus.Delayed when entry.Request.DueAt is null:
                Change(entry, Place.Back(entry.Request), CallbackEvents.Recovered);
                break;
            default:
                break;
        }
    }
}
