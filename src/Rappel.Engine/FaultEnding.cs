using System.Diagnostics.CodeAnalysis;
using Rappel.Core.Acd;
using Rappel.Core.Callbacks;
using Rappel.Core.Calls;

namespace Rappel.Engine;

/// <summary>
/// A broken invariant ends the call it happened in and nothing else: its legs are hung up, its agents are free, its record is closed, and a
/// callback is held for a person to look at. Nothing here trusts the objects of that call: each step is taken though another one fails.
/// </summary>
internal sealed class FaultEnding(EngineContext context)
{
    public const string Outcome = "ended: fault";

    /// <param name="isHeld">Whether a callback waits for a person, or goes on by its own rules.</param>
    public void End(WorkId work, bool isHeld)
    {
        // What the steps themselves put off is nobody's.
        context.Current.Id = null;
        if (work.Kind == WorkKind.Callback)
        {
            EndAttempt(new CallbackId(work.Value), isHeld);
        }
        else if (work.Kind == WorkKind.LiveCall)
        {
            EndCall(work.Value);
        }

        // The work is told as by an agent who hangs up, so that it stops its own timers; then the agent is freed, whatever came of that.
        foreach (var ring in context.Rings.Values.Where(r => r.WorkId == work).ToArray())
        {
            Try(ring.CutOff);
            Try(ring.EndInFault);
        }

        foreach (var party in context.Parties.Values.Where(p => p.Leg?.Work == work).ToArray())
        {
            Try(party.Finish);
        }

        foreach (var leg in context.Legs.Of(work))
        {
            Try(() => context.Legs.Hangup(leg));
        }

        if (work.Kind != WorkKind.Voicemail)
        {
            context.Works.Remove(work);
            Try(() => context.Acd.Handle(context.Now, new AcdInput.WorkLeft(work)));
        }
    }

    private void EndCall(long leg)
    {
        if (context.DirectCalls.TryGetValue(leg, out var direct))
        {
            Try(() => direct.End(Outcome));
            context.DirectCalls.Remove(leg);
        }

        if (!context.Callers.TryGetValue(leg, out var call))
        {
            return;
        }

        Try(() => call.HangUp(Outcome));
        if (context.Callers.Remove(leg))
        {
            // It broke again on the way: the rest one by one.
            Try(() => call.Record.End(context.Now, Outcome));
            Try(call.StopScripts);
            Try(() => call.Forwarding?.CallerGone());
            Try(() => call.Handover?.CallerGone());
            Try(() => call.Connected?.CustomerGone());
            Try(() => call.Wait?.Leave());
            Try(() => context.OnTheLine.Gone(call.Presence));
        }
    }

    /// <summary>The book first: what the objects of the attempt say afterwards of its end comes too late. Whom it had connected is served.</summary>
    private void EndAttempt(CallbackId id, bool isHeld)
    {
        Try(() =>
        {
            if (isHeld && context.Book.Get(id) is { Status: not CallbackStatus.Connected })
            {
                context.Book.Handle(context.Now, new CallbackInput.Hold(id, CallbackHold.Fault, null));
            }
        });
        Try(() =>
        {
            switch (context.Book.Get(id)?.Status)
            {
                case CallbackStatus.Dialling:
                    context.Book.Handle(context.Now, new CallbackInput.DiallingFailed(id, AttemptOutcome.Fault, null));
                    break;
                case CallbackStatus.Connected:
                    context.Book.Handle(context.Now, new CallbackInput.CallEnded(id));
                    break;
            }
        });
        if (context.CustomerFirst.TryGetValue(id.Value, out var attempt))
        {
            Try(attempt.CutOff);
            context.CustomerFirst.Remove(id.Value);
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "The objects of a call whose invariant broke may break again; the other steps are taken all the same.")]
    private void Try(Action step)
    {
        try
        {
            step();
        }
        catch (Exception broken)
        {
            context.Log(LogLevel.Error, "fault-ending-broken", broken.ToString());
        }
    }
}
