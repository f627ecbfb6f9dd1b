using Rappel.Sip.Messages;

namespace Rappel.Sip.UserAgents;

/// <summary>How legs end (RFC 3261 §15).</summary>
internal sealed class Endings(UserAgentCore core)
{
    /// <summary>Ends a leg whatever its state.</summary>
    public void Hangup(Instant now, Leg leg, int? q850)
    {
        switch (leg.State)
        {
            case LegState.Calling:
                leg.Caller!.Cancel(now, q850);
                break;
            case LegState.Offered:
                leg.Callee!.Refuse(now, 480, null, UserAgentCore.Reason(q850));
                break;

            // §15: the callee may not say BYE before the ACK has come.
            case LegState.Answered when !leg.Hangup.Wanted:
                leg.Hangup = (true, q850);
                break;
            case LegState.Confirmed when leg.Referral is not null:
                leg.Hangup = (true, q850);
                break;
            case LegState.Confirmed:
                Bye(now, leg, q850);
                break;
        }
    }

    /// <summary>Our BYE. The leg is over when it is answered, or cannot be.</summary>
    public void Bye(Instant now, Leg leg, int? q850)
    {
        leg.Caller?.Acknowledge(default);
        Silence(now, leg);
        leg.State = LegState.Ending;
        IReadOnlyList<SipHeader> reason = [.. UserAgentCore.Reason(q850)];
        new OwnRequest(core, leg.Dialog!, "BYE", leg.Digest, reason, (_, _) => core.Legs.Remove(leg)).Start(now);
    }

    /// <summary>The peer's BYE came, and was answered.</summary>
    /// <param name="lost">It said that it did not hear us any more.</param>
    public void ByeReceived(Instant now, Leg leg, int? q850, bool lost)
    {
        switch (leg.State)
        {
            case LegState.Calling:
                leg.Caller!.Forsaken(now);
                break;
            case LegState.Offered:
                leg.Callee!.Cancelled(now, EndCause.Bye, q850);
                break;
            case LegState.Answered or LegState.Confirmed:
                Vanished(now, leg, lost ? EndCause.Lost : EndCause.Bye, q850);
                break;

                // Ending: both said it at once. Ours is still to be answered.
        }
    }

    /// <summary>The peer no longer has the dialog: nothing is to be said to it.</summary>
    public void Vanished(Instant now, Leg leg, EndCause cause, int? q850)
    {
        leg.Callee?.StopRepeating();
        Silence(now, leg);
        core.Legs.Remove(leg);
        if (!leg.Hangup.Wanted)
        {
            core.Tell(new UserAgentEvent.Ended(leg.Id, cause, q850));
        }
    }

    /// <summary>Stops what is under way in the dialog.</summary>
    private void Silence(Instant now, Leg leg)
    {
        leg.PeerReoffer?.Abandon(now);
        leg.Referral?.Abandon(now);
        core.Reoffers.Forget(now, leg);
    }
}
