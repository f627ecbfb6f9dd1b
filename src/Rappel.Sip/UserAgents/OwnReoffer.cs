using Rappel.Sip.Messages;
using Rappel.Sip.Transactions;

namespace Rappel.Sip.UserAgents;

/// <summary>A re-INVITE of ours (RFC 3261 §14.1). With an empty offer it asks the peer for one, which AnswerReoffer then answers in the ACK.</summary>
internal sealed class OwnReoffer(UserAgentCore core, Leg leg, ReadOnlyMemory<byte> offer) : IClientTransactionUser
{
    private readonly AckBook _acks = new(core);
    private readonly ChallengeAnswer _challenge = new(leg.Digest);
    private SipRequest? _unacknowledged;

    /// <summary>True while the leg waits for this one: not after BYE, nor once it was settled.</summary>
    private bool IsCurrent => leg.OwnReoffer == this && leg.State == LegState.Confirmed;

    public void Start(Instant now) => Send(now);

    /// <summary>Our answer to the offer that the 2xx brought.</summary>
    public void Acknowledge(Instant now, ReadOnlyMemory<byte> answer)
    {
        if (_unacknowledged is { } invite)
        {
            _unacknowledged = null;
            _acks.Send(leg.Dialog!, invite, answer);
            leg.OwnReoffer = null;
            core.Reoffers.Continue(now, leg);
        }
    }

    public void Responded(Instant now, ClientTransaction transaction, SipResponse response)
    {
        switch (response.Status)
        {
            case < 200:
                break;
            case < 300:
                Succeeded(now, transaction, response);
                break;
            default:
                Refused(now, transaction, response);
                break;
        }
    }

    public void Undelivered(Instant now, ClientTransaction transaction, int status)
    {
        if (!IsCurrent)
        {
            return;
        }

        if (status == 408)
        {
            Lost(now);
            return;
        }

        core.Reoffers.Done(now, leg, null);
    }

    private void Succeeded(Instant now, ClientTransaction transaction, SipResponse response)
    {
        // A 2xx that comes again, or that came while we were hanging up, is acknowledged and no more.
        if (_acks.TryRepeat(leg.Dialog!.RemoteTag) || _unacknowledged is not null)
        {
            return;
        }

        if (IsCurrent)
        {
            leg.Dialog.Refresh(response);
        }

        if (IsCurrent && offer.IsEmpty && Body.SdpOf(response) is { } late)
        {
            _unacknowledged = transaction.Request;
            core.Tell(new UserAgentEvent.ReofferAnswered(leg.Id, late));
            return;
        }

        _acks.Send(leg.Dialog, transaction.Request, default);
        if (IsCurrent)
        {
            core.Reoffers.Done(now, leg, Body.SdpOf(response));
        }
    }

    private void Refused(Instant now, ClientTransaction transaction, SipResponse response)
    {
        if (!IsCurrent)
        {
            return;
        }

        if (_challenge.TryLearn(transaction.Request, response))
        {
            Send(now);
            return;
        }

        switch (response.Status)
        {
            case 491:
                core.Reoffers.Glared(now, leg, offer);
                break;

            // §12.2.1.2: these two say that there is no dialog any more.
            case 481:
                core.Endings.Vanished(now, leg, EndCause.Bye, UserAgentCore.CauseOf(response));
                break;
            case 408:
                Lost(now);
                break;
            default:
                core.Reoffers.Done(now, leg, null);
                break;
        }
    }

    private void Lost(Instant now)
    {
        core.Endings.Bye(now, leg, null);
        core.Tell(new UserAgentEvent.Ended(leg.Id, EndCause.TransportFailed, null));
    }

    private void Send(Instant now)
    {
        var dialog = leg.Dialog!;
        var flow = dialog.Flow;
        List<SipHeader> further =
        [
            core.Contact(flow, leg.ContactUser), UserAgentCore.Allow, UserAgentCore.Supported, core.UserAgentHeader,
            .. Body.Typed(offer, UserAgentCore.Sdp),
        ];
        core.Layer.Send(now, _challenge.Authorize(dialog.Request("INVITE", dialog.NextCSeq(), core.Via(flow), further, offer)), flow, this);
    }
}
