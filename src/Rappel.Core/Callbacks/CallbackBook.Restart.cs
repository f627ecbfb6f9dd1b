using System.Diagnostics.CodeAnalysis;
using Rappel.Core.Calls;

namespace Rappel.Core.Callbacks;

/// <summary>
/// What a restart makes of what it finds. Requests wait as before, at their places. An offer ended with the process and used no attempt,
/// since nobody but an agent was rung. A dialling counts as having rung, whatever the attempt row says, because the row may be older than
/// the INVITE: nobody is rung twice for one attempt. A connected call was what the caller wanted, unless its agent
/// had decided otherwise. Rule 7 holds while the server is down.
/// What people hold stays held; a customer who was on the line with us is not any more.
/// </summary>
public sealed partial class CallbackBook
{
    /// <summary>What was found waiting, told as it is taken: told at once it might be a million outputs.</summary>
    private IEnumerator<CallbackOutput>? restored;

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

        var entries = new List<CallbackEntry>();
        if (stored.TryGetNonEnumeratedCount(out var count))
        {
            open.EnsureCapacity(count);
            duplicates.EnsureCapacity(count);
            entries.EnsureCapacity(count);
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
                entries.Add(entry);
            }
        }

        ActOnWhatIsDue(now);
        restored = EnterLine(now, entries).GetEnumerator();
    }

    /// <summary>Expired ones stay out: their turn to be told so comes.</summary>
    private IEnumerable<CallbackOutput> EnterLine(Instant now, List<CallbackEntry> entries)
    {
        foreach (var entry in entries.Where(e => !e.Request.IsFinal && !Expiry.HasCome(e.Request, now)))
        {
            EnterLine(entry);
            while (outputs.TryDequeue(out var entered))
            {
                yield return entered;
            }
        }
    }

    private bool TryTakeRestored([MaybeNullWhen(false)] out CallbackOutput output)
    {
        output = restored?.MoveNext() == true ? restored.Current : null;
        restored = output is null ? null : restored;
        return output is not null;
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
                SettleOutcome(now, entry);
                break;
            case CallbackStatus.Delayed when entry.Request.DueAt is null:
                Change(entry, Place.Back(entry.Request), CallbackEvents.Recovered);
                break;
            default:
                break;
        }
    }
}
