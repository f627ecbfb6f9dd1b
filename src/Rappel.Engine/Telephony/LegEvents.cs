using Rappel.Engine.Desk.Control.Phones;
using Rappel.Engine.Telephony.Flows;
using Rappel.Media.Dtmf;
using Rappel.Media.Sdp;
using Rappel.Media.Sessions;
using Rappel.Sip.UserAgents;

namespace Rappel.Engine.Telephony;

/// <summary>Brings what happens on the wire and in the media to the leg it is about, and from there to the leg's owner.</summary>
internal sealed class LegEvents(EngineContext context, PhoneKeys keys)
{
    /// <summary>False where the event is about no leg (registrations, notes, new calls).</summary>
    public bool TryHandle(UserAgentEvent happened)
    {
        switch (happened)
        {
            case UserAgentEvent.Progressed progressed:
                With(progressed.Leg, leg => leg.Owner.Progressed(leg, progressed.Status));
                return true;
            case UserAgentEvent.Answered answered:
                With(answered.Leg, leg => Answered(leg, answered.Answer));
                return true;
            case UserAgentEvent.Confirmed confirmed:
                With(confirmed.Leg, leg => Confirmed(leg, confirmed.Answer));
                return true;
            case UserAgentEvent.Failed failed:
                With(failed.Leg, leg => Fail(leg, new LegFailure(failed.Status, failed.Q850, failed.Local)));
                return true;
            case UserAgentEvent.Ended ended:
                With(ended.Leg, leg => End(leg, ended.Cause));
                return true;
            case UserAgentEvent.Reoffered reoffered:
                With(reoffered.Leg, leg => Reoffered(leg, reoffered.Offer));
                return true;
            case UserAgentEvent.ReofferAnswered answer:
                With(answer.Leg, leg => ReofferAnswered(leg, answer.Answer));
                return true;
            case UserAgentEvent.Referred referred:
                With(referred.Leg, leg => keys.Referred(leg, referred));
                return true;
            case UserAgentEvent.Told told:
                With(told.Leg, leg => Told(leg, told));
                return true;
            default:
                return false;
        }
    }

    public void Handle(MediaEvent happened)
    {
        if (context.Legs.Find(happened.Session) is not { } leg)
        {
            return;
        }

        context.Current.Id = leg.Work;
        switch (happened)
        {
            case MediaEvent.PlayEnded ended when ended.Token == leg.PlayToken:
                leg.Owner.PlayEnded(leg, ended.Token);
                break;
            case MediaEvent.DigitReceived digit:
                leg.KeysComeInRtp = true;
                leg.Owner.KeyPressed(leg, digit.Key);
                break;
            case MediaEvent.GreetingHeard heard when heard.Token == leg.ListenToken:
                leg.Owner.GreetingHeard(leg, heard.Verdict);
                break;
            case MediaEvent.GreetingOver over when over.Token == leg.ListenToken:
                leg.Owner.GreetingOver(leg);
                break;
            case MediaEvent.PeerVanished when !leg.IsHeld || leg.Security is not null:
                // A phone that lost its power sends no BYE. Nobody is left to hear, and an agent must not stay stuck in the call.
                context.Log(LogLevel.Note, "peer-vanished", $"{leg.Id} sent no audio for {MediaLimits.PeerSilence.TotalSeconds} s (a page without a connection {MediaLimits.DoubtedSilence.TotalSeconds} s) and is given up");
                context.Legs.GiveUp(leg, EndCause.Lost);
                break;
            case SecureEvent.PeerClosed:
                context.Flows.Silenced(leg);
                break;
            case SecureEvent.SecuringFailed failed:
                context.Log(LogLevel.Note, "media-not-secured", $"{leg.Id} has no audio and is hung up: {failed.Why}");

                // A page that is gone before there were keys is gone like any other: it may come back.
                context.Legs.GiveUp(leg, context.Flows.IsLost(leg) ? EndCause.Lost : EndCause.TransportFailed);
                break;
            case MediaEvent.SessionBroken broken:
                context.InvariantsBroken++;
                context.Log(LogLevel.Error, "invariant-broken", $"the media of {leg.Id}, which is hung up: {broken.Fault}");
                context.Legs.GiveUp(leg, EndCause.TransportFailed);
                break;
        }
    }


    private void With(SipLeg sip, Action<Leg> act)
    {
        if (context.Legs.Find(sip) is { } leg)
        {
            context.Current.Id = leg.Work;
            act(leg);
        }
    }

    private void Answered(Leg leg, ReadOnlyMemory<byte>? answer)
    {
        if (answer is null || !context.Legs.TryAgree(leg, answer.Value.Span))
        {
            context.UserAgent.Hangup(context.Now, leg.Sip, null);
            Fail(leg, new LegFailure(488, null, Local: true));
            return;
        }

        leg.IsUp = true;
        leg.Owner.Up(leg);
    }

    private void Confirmed(Leg leg, ReadOnlyMemory<byte>? answer)
    {
        // A late offer (RFC 3261 §13.2.1): ours went in the 200, the answer comes with the ACK.
        if (leg.OfferOut is not null && (answer is null || !context.Legs.TryAgree(leg, answer.Value.Span)))
        {
            context.UserAgent.Hangup(context.Now, leg.Sip, null);
            End(leg, EndCause.NoAck);
            return;
        }

        if (!leg.IsUp)
        {
            leg.IsUp = true;
            leg.Owner.Up(leg);
        }
        else
        {
            leg.Owner.HoldChanged(leg);
        }
    }

    private void Reoffered(Leg leg, ReadOnlyMemory<byte>? offer)
    {
        if (offer is null)
        {
            leg.OfferOut = SdpNegotiation.Offer(context.Legs.Local(leg), MediaDirection.SendReceive);
            context.UserAgent.AnswerReoffer(context.Now, leg.Sip, leg.OfferOut);
            return;
        }

        if (LegSecurity.Answer(context, leg, offer.Value.Span, out _) is not { } answer)
        {
            context.UserAgent.RejectReoffer(context.Now, leg.Sip, 488);
            return;
        }

        leg.Parameters = answer.Parameters;
        context.Legs.Configure(leg);
        context.UserAgent.AnswerReoffer(context.Now, leg.Sip, answer.Body);
        leg.Owner.HoldChanged(leg);
    }

    private void ReofferAnswered(Leg leg, ReadOnlyMemory<byte>? answer)
    {
        if (answer is { } body && context.Legs.TryAgree(leg, body.Span))
        {
            leg.Owner.HoldChanged(leg);
        }

        leg.OfferOut = null;
    }

    private static void Told(Leg leg, UserAgentEvent.Told told)
    {
        if (!leg.KeysComeInRtp && InfoDtmf.TryParse(told.ContentType, told.Body.Span, out var key))
        {
            leg.Owner.KeyPressed(leg, key);
        }
    }

    private void Fail(Leg leg, LegFailure failure)
    {
        context.Legs.Close(leg);
        leg.Owner.Failed(leg, failure);
    }

    private void End(Leg leg, EndCause cause)
    {
        context.Legs.Close(leg);
        leg.Owner.Ended(leg, cause);
    }
}
