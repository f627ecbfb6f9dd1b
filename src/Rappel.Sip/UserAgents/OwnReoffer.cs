using Rappel.Sip.Messages;
using Rappel.Sip.Transactions;

namespace Rappel.Sip.UserAgents;

/// <summary>A re-INVITE of ours (RFC 3261 §14.1). With an empty offer it asks the peer for one, which AnswerReoffer then answers in the ACK.</summary>
internal sealed class OwnReoffer : IClientTransactionUser
{
    private readonly UserAgentCore _core;
    private readonly Leg _leg;
    private readonly ReadOnlyMemory<byte> _offer;
    private readonly AckBook _acks;
    private readonly ChallengeAnswer _challenge;
    private readonly Alarm _patience;
    private ClientTransaction? _transaction;
    private SipRequest? _unacknowledged;

    public OwnReoffer(UserAgentCore core, Leg leg, ReadOnlyMemory<byte> offer)
    {
        (_core, _leg, _offer) = (core, leg, offer);
        _acks = new AckBook(core);
        _challenge = new ChallengeAnswer(leg.Digest);
        _patience = new Alarm(Impatient);
    }

    /// <summary>True while the leg waits for this one: not after BYE, nor once it was settled.</summary>
    private bool IsCurrent => _leg.OwnReoffer == this && _leg.State == LegState.Confirmed;

    public void Start(Instant now)
    {
        _core.Clock.Set(_patience, now + _core.Limits.OwnReofferPatience);
        Send(now);
    }

    /// <summary>The leg ends. A peer that has answered may have stopped repeating it by now, so the INVITE must not wait for ever.</summary>
    public void Abandon(Instant now)
    {
        if (_patience.IsSet)
        {
            _core.Clock.Set(_patience, now + _core.Timers.B);
        }
    }

    /// <summary>Our answer to the offer that the 2xx brought.</summary>
    public void Acknowledge(Instant now, ReadOnlyMemory<byte> answer)
    {
        if (_unacknowledged is { } invite)
        {
            _unacknowledged = null;
            _acks.Send(_leg.Dialog!, invite, answer);
            _leg.OwnReoffer = null;
            _core.Reoffers.Continue(now, _leg);
        }
    }

    public void Responded(Instant now, ClientTransaction transaction, SipResponse response)
    {
        switch (response.Status)
        {
            case < 200:
                break;
            case < 300:
                _core.Clock.Set(_patience, null);
                Succeeded(now, transaction, response);
                break;
            default:
                _core.Clock.Set(_patience, null);
                Refused(now, transaction, response);
                break;
        }
    }

    public void Undelivered(Instant now, ClientTransaction transaction, int status)
    {
        _core.Clock.Set(_patience, null);
        if (!IsCurrent)
        {
            return;
        }

        if (status == 408)
        {
            Lost(now);
            return;
        }

        _core.Reoffers.Done(now, _leg, null);
    }

    private void Succeeded(Instant now, ClientTransaction transaction, SipResponse response)
    {
        // A 2xx that comes again, or that came while we were hanging up, is acknowledged and no more.
        if (_acks.TryRepeat(_leg.Dialog!.RemoteTag) || _unacknowledged is not null)
        {
            return;
        }

        if (IsCurrent)
        {
            _leg.Dialog.Refresh(response);
        }

        if (IsCurrent && _offer.IsEmpty && Body.SdpOf(response) is { } late)
        {
            _unacknowledged = transaction.Request;
            _core.Tell(new UserAgentEvent.ReofferAnswered(_leg.Id, late));
            return;
        }

        _acks.Send(_leg.Dialog, transaction.Request, default);
        if (IsCurrent)
        {
            _core.Reoffers.Done(now, _leg, Body.SdpOf(response));
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
            Start(now);
            return;
        }

        switch (response.Status)
        {
            case 491:
                _core.Reoffers.Glared(now, _leg, _offer);
                break;

            // §12.2.1.2: these two say that there is no dialog any more.
            case 481:
                _core.Endings.Vanished(now, _leg, EndCause.Bye, UserAgentCore.CauseOf(response));
                break;
            case 408:
                Lost(now);
                break;
            default:
                _core.Reoffers.Done(now, _leg, null);
                break;
        }
    }

    private void Impatient(Instant now)
    {
        _core.Layer.Abandon(now, _transaction!);
        if (IsCurrent)
        {
            Lost(now);
        }
    }

    private void Lost(Instant now)
    {
        _core.Endings.Bye(now, _leg, null);
        _core.Tell(new UserAgentEvent.Ended(_leg.Id, EndCause.TransportFailed, null));
    }

    private void Send(Instant now)
    {
        var dialog = _leg.Dialog!;
        var flow = dialog.Flow;
        SipHeader[] further =
        [
            _core.Contact(flow, _leg.ContactUser), UserAgentCore.Allow, UserAgentCore.Supported, _core.UserAgentHeader,
            .. Body.Typed(_offer, UserAgentCore.Sdp),
        ];
        _transaction = _core.Layer.Send(now, _challenge.Authorize(dialog.Request("INVITE", dialog.NextCSeq(), _core.Via(flow), further, _offer)), flow, this);
    }
}
