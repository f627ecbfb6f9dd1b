using Rappel.Core.Calls;

namespace Rappel.Core.Callbacks;

/// <summary>
/// What came of a conversation. The network knows that somebody answered; whether it was the customer, the agent knows. So an answered attempt
/// ends, and its request with it, when the agent's wrap-up does: nothing final is ever taken back.
/// </summary>
public sealed partial class CallbackBook
{
    private void EndTalk(Instant now, CallbackEntry entry) =>
        Change(entry, entry.Request.Handled(h => h with { TalkEndedAt = now }), CallbackEvents.TalkEnded, who: entry.Request.Agent);

    private void Decide(Instant now, CallbackEntry entry, CallbackInput.Decide decide)
    {
        var decision = decide.Decision;
        if (decision == entry.Request.Handling?.Decision)
        {
            // Said twice.
            return;
        }

        if (decision is { At: { } at } && at > now && !WindowRule.Holds(OutcomeRule.Window(decision, entry.Request, at), now))
        {
            Refuse(decide.Id, "bad-window");
        }
        else if (decision?.Number is { } other && IsTaken(entry, entry.Request.Terms.Queue, other.Number))
        {
            Refuse(decide.Id, "already-pending");
        }
        else
        {
            var request = entry.Request.Handled(h => h with { Decision = decision });
            Change(entry, request, decision is null ? CallbackEvents.OutcomeTakenBack : CallbackEvents.OutcomeDecided, null,
                decision?.Who ?? decide.Agent, decision is null ? null : OutcomeRule.Text(decision));
        }
    }

    private void SettleOutcome(Instant now, CallbackEntry entry)
    {
        switch (entry.Request.Handling?.Decision)
        {
            case { Outcome: DecidedOutcome.VoicemailReached }:
                FailAttempt(now, entry, AttemptOutcome.AnsweringMachine, null, CallbackEvents.AttemptFailed);
                break;
            case { Outcome: DecidedOutcome.WrongNumber } wrong:
                var (request, attempt) = CloseAttempt(now, entry, AttemptOutcome.BadNumber);
                Finish(now, entry, request, attempt, CallbackStatus.BadNumber, OutcomeRule.WrongNumber, wrong.Who, wrong.Why);
                break;
            case { Outcome: DecidedOutcome.CallAgain } again:
                CallAgain(now, entry, again);
                break;
            default:
                Complete(now, entry);
                break;
        }
    }

    private void Complete(Instant now, CallbackEntry entry)
    {
        var (request, attempt) = CloseAttempt(now, entry, AttemptOutcome.Connected);
        Finish(now, entry, request, attempt, CallbackStatus.Completed, "connected");
    }

    /// <summary>As by a reschedule: its place stays, and it expires so long after it is to be called as the terms say.</summary>
    private void CallAgain(Instant now, CallbackEntry entry, CallbackDecision again)
    {
        var (request, attempt) = CloseAttempt(now, entry, AttemptOutcome.CallAgain);
        var from = again.At is { } at && at > now ? at : now;
        request = WindowRule.Within(request, OutcomeRule.Window(again, request, from), now);

        // Taken meanwhile by another request: that one reaches them there, and this one where they were reached before.
        if (again.Number is { } other && !IsTaken(entry, request.Terms.Queue, other.Number))
        {
            request = request with { Number = other.Number, Trunk = other.Trunk, TimeZone = other.TimeZone };
        }

        Change(entry, request, CallbackEvents.CallAgain, attempt, again.Who, OutcomeRule.Text(again));
        Settle(entry);
    }
}
