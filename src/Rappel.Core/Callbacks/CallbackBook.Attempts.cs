using Rappel.Core.Calls;

namespace Rappel.Core.Callbacks;

/// <summary>Offers, dialling and how attempts end.</summary>
public sealed partial class CallbackBook
{
    /// <summary>Begins an attempt, or goes on with the one that an agent's rejection left open.</summary>
    private void BeginOffer(Instant now, CallbackEntry entry, string agent)
    {
        var request = entry.Request;
        var attempt = entry.Attempt is { } left ? left with { Agent = agent } : NewAttempt(now, request, agent);
        Change(entry, request with
        {
            Status = CallbackStatus.Offering,
            Agent = agent,
            AttemptsBegun = attempt.Serial,
            CurrentAttempt = attempt.Serial,
        }, CallbackEvents.Offered, attempt);
        inFlight.Entered(entry, now);
    }

    private static CallbackAttempt NewAttempt(Instant now, CallbackRequest request, string agent) => new(
        request.Id, Serial: request.AttemptsBegun + 1, Number: request.AttemptsUsed + 1, agent, BegunAt: now, RungAt: null,
        AnsweredAt: null, EndedAt: null, Outcome: null, UsesAttempt: false, SipStatus: null);

    /// <summary>The accepted offer took it out of line: there is nothing to tell.</summary>
    private void AcceptOffer(Instant now, CallbackEntry entry)
    {
        entry.Line = null;
        Change(entry, entry.Request with { Status = CallbackStatus.Dialling }, CallbackEvents.OfferAccepted, who: entry.Request.Agent);
        inFlight.Entered(entry, now);
    }

    /// <summary>It never left the line, but may have been moved or assigned in it meanwhile.</summary>
    private void ReturnOffer(CallbackEntry entry)
    {
        Change(entry, Place.Back(entry.Request), CallbackEvents.OfferReturned, who: entry.Request.Agent);
        Settle(entry);
    }

    private void ChangeAgent(CallbackEntry entry, string agent)
    {
        var attempt = entry.Attempt is null ? null : entry.Attempt with { Agent = agent };
        Change(entry, entry.Request with { Agent = agent }, CallbackEvents.AgentChanged, attempt, agent);
    }

    private void StampRung(Instant now, CallbackEntry entry)
    {
        // A second trunk rings the same phone for the same attempt: the first ringing is the one that counts.
        if (entry.Attempt is { RungAt: null } attempt)
        {
            Change(entry, PromiseError.AtRinging(entry.Request, now), CallbackEvents.Rung, attempt with { RungAt = now });
        }
    }

    /// <summary>Told with the end of the attempt, which follows.</summary>
    private static void TakeBackRinging(CallbackEntry entry)
    {
        if (entry.Attempt is { RungAt: { } at } attempt)
        {
            entry.Attempt = attempt with { RungAt = null };
            entry.Request = PromiseError.NotRung(entry.Request, at);
        }
    }

    /// <summary>Somebody answered. What the attempt comes to is known when the agent is done with it.</summary>
    private void Connect(Instant now, CallbackEntry entry)
    {
        Change(entry, entry.Request with { Status = CallbackStatus.Connected, EndReason = null }, CallbackEvents.Connected,
            entry.Attempt is null ? null : entry.Attempt with { AnsweredAt = now });
        inFlight.Entered(entry, now);
    }

    /// <summary>Rule 6, and what goes before it: an end that nothing can change, one kept in mind, the expiry.</summary>
    private void FailAttempt(Instant now, CallbackEntry entry, AttemptOutcome outcome, int? sipStatus, string eventWord)
    {
        var used = AttemptAccounting.UsesAttempt(outcome, entry.Request, entry.Attempt);
        var (request, attempt) = CloseAttempt(now, entry, outcome, sipStatus);
        if (outcome == AttemptOutcome.BadNumber)
        {
            Finish(now, entry, request, attempt, CallbackStatus.BadNumber, "bad-number");
        }
        else if (EndMark.Of(request) is { } end)
        {
            Finish(now, entry, request, attempt, end, request.EndReason!);
        }
        else if (Expiry.HasCome(request, now))
        {
            Finish(now, entry, request, attempt, CallbackStatus.Expired, "cancel-after");
        }
        else if (used && request.AttemptsUsed >= request.Terms.Attempts)
        {
            Finish(now, entry, request, attempt, CallbackStatus.Exhausted, "attempts-used");
        }
        else if (!used && outcome is AttemptOutcome.AgentDidNotAnswer or AttemptOutcome.AgentHungUp)
        {
            // Nobody's phone rang but the agent's: the next agent may have it at once.
            entry.Line = null;
            Change(entry, Place.Back(request), eventWord, attempt);
            EnterLine(entry);
        }
        else
        {
            Change(entry, request with
            {
                Status = CallbackStatus.Delayed,
                DueAt = RetryDelay.After(outcome, used, request, now),
                Agent = null,
            }, eventWord, attempt);
            LeaveLine(entry);
        }
    }

    /// <summary>The attempt with its one outcome, and the request with it counted; neither is told yet. No attempt where none is open. One in which
    /// they talked was over when they hung up.</summary>
    private static (CallbackRequest Request, CallbackAttempt? Attempt) CloseAttempt(
        Instant now, CallbackEntry entry, AttemptOutcome outcome, int? sipStatus = null)
    {
        var request = OutcomeRule.Settled(entry.Request);
        if (request.CurrentAttempt is null)
        {
            return (request, null);
        }

        var used = AttemptAccounting.UsesAttempt(outcome, request, entry.Attempt);
        return (
            request with
            {
                CurrentAttempt = null,
                AttemptsUsed = request.AttemptsUsed + (used ? 1 : 0),
                TrunkFailures = AttemptAccounting.TrunkFailuresAfter(outcome, request),
                MachinesMet = AttemptAccounting.MachinesMetAfter(outcome, used, request),
                LastOutcome = outcome,
            },
            entry.Attempt is null
                ? null
                : entry.Attempt with { EndedAt = entry.Request.Handling?.TalkEndedAt ?? now, Outcome = outcome, UsesAttempt = used, SipStatus = sipStatus });
    }
}
