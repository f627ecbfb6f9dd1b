using Rappel.Sip.Dialogs;
using Rappel.Sip.Messages;
using Rappel.Sip.Transactions;

namespace Rappel.Sip.UserAgents;

/// <summary>The INVITE of a call of ours, from the first byte to the last 2xx that may still come (RFC 3261 §13.2, §9.1).</summary>
internal sealed class CallerInvite : IClientTransactionUser
{
    private readonly UserAgentCore _core;
    private readonly Leg _leg;
    private readonly OutgoingCall _call;
    private readonly AckBook _acks;
    private readonly ChallengeAnswer _challenge;
    private readonly Alarm _patience;
    private ClientTransaction _transaction = null!;
    private uint _cseq;
    private bool _heard;
    private bool _settled;
    private Dialog? _unacknowledged;
    private (bool Wanted, bool Sent, bool Forgotten, int? Q850) _cancel;

    public CallerInvite(UserAgentCore core, Leg leg, OutgoingCall call)
    {
        (_core, _leg, _call) = (core, leg, call);
        _acks = new AckBook(core);
        _challenge = new ChallengeAnswer(leg.Digest);
        _patience = new Alarm(Impatient);
    }

    /// <summary>True once anything answered it, 100 included.</summary>
    public bool HasHeard => _heard || _settled;

    public void Start(Instant now)
    {
        _core.Clock.Set(_patience, now + _core.Limits.Ringing);
        Send(now);
    }

    /// <summary>§9.1: a CANCEL may only follow a provisional response, so it may have to wait for one. Until then the INVITE is not repeated.</summary>
    public void Cancel(Instant now, int? q850)
    {
        if (_settled || _cancel.Wanted)
        {
            return;
        }

        _cancel = (true, false, false, q850);
        if (_heard)
        {
            SendCancel(now);
        }
        else
        {
            _core.Layer.Hush(now, _transaction);
        }
    }

    /// <summary>Acknowledges a 2xx that brought the offer, with our answer.</summary>
    public void Acknowledge(ReadOnlyMemory<byte> answer)
    {
        if (_unacknowledged is { } dialog)
        {
            _unacknowledged = null;
            _acks.Send(dialog, _transaction.Request, answer);
        }
    }

    /// <summary>The peer said BYE before we heard its 2xx: there is nothing left to wait for.</summary>
    public void Forsaken(Instant now)
    {
        Settle();
        _core.Layer.Abandon(now, _transaction);
        Fail(_cancel.Wanted ? 487 : 500, "Ended before its answer was heard", null, _cancel.Wanted);
    }

    public void Responded(Instant now, ClientTransaction transaction, SipResponse response)
    {
        switch (response.Status)
        {
            case < 200:
                Progressed(now, response);
                break;
            case < 300:
                Succeeded(now, response);
                break;
            default:
                Refused(now, response);
                break;
        }
    }

    public void Undelivered(Instant now, ClientTransaction transaction, int status)
    {
        if (!_settled)
        {
            Settle();
            Fail(status, ReasonPhrases.Of(status), null, local: true);
        }
    }

    private void Progressed(Instant now, SipResponse response)
    {
        _heard = true;
        if (_settled)
        {
            return;
        }

        if (_cancel is { Wanted: true, Sent: false })
        {
            SendCancel(now);
        }

        if (_cancel.Wanted || response.Status == 100)
        {
            return;
        }

        if (response.To()?.Tag is { } tag && _leg.With(tag) is null && _leg.Early.Count < _core.Limits.ForksPerCall
            && Dialog.OfResponse(_transaction.Request, response, _transaction.Flow) is { } early)
        {
            _leg.Early.Add(early);
        }

        _core.Tell(new UserAgentEvent.Progressed(_leg.Id, response.Status, Body.SdpOf(response)));
    }

    private void Succeeded(Instant now, SipResponse response)
    {
        var tag = response.To()?.Tag ?? "";
        if (_acks.TryRepeat(tag) || _unacknowledged?.RemoteTag == tag || _acks.Count >= _core.Limits.ForksPerCall
            || Dialog.OfResponse(_transaction.Request, response, _transaction.Flow) is not { } dialog)
        {
            return;
        }

        if (_settled)
        {
            // Another fork answered too: one call is enough (§13.2.2.4).
            _acks.Send(dialog, _transaction.Request, default);
            new OwnRequest(_core, dialog, "BYE", _leg.Digest, [], (_, _) => { }).Start(now);
            return;
        }

        Settle();
        if (_leg.Early.FirstOrDefault(d => d.RemoteTag == tag) is { } early)
        {
            dialog.Inherit(early);
        }

        _leg.Dialog = dialog;
        _leg.Early.Clear();
        _leg.State = LegState.Confirmed;
        if (_cancel.Wanted)
        {
            // The answer crossed our CANCEL (§9.1, §15): it is a call, and we end it.
            _acks.Send(dialog, _transaction.Request, default);
            _core.Tell(new UserAgentEvent.Failed(_leg.Id, 487, ReasonPhrases.Of(487), null, true));
            _core.Endings.Bye(now, _leg, _cancel.Q850);
            return;
        }

        _unacknowledged = dialog;
        if (!_call.Body.IsEmpty)
        {
            Acknowledge(default);
        }

        _core.Tell(new UserAgentEvent.Answered(_leg.Id, Body.SdpOf(response)));
    }

    private void Refused(Instant now, SipResponse response)
    {
        if (_settled)
        {
            return;
        }

        if (!_cancel.Wanted && _challenge.TryLearn(_transaction.Request, response))
        {
            _leg.Early.Clear();
            Send(now);
            return;
        }

        Settle();
        Fail(response.Status, response.Reason, UserAgentCore.CauseOf(response), local: _cancel.Wanted && response.Status == 487);
    }

    /// <summary>Rung too long; or no final response for 64*T1 after the CANCEL, when the INVITE counts as cancelled (§9.1).</summary>
    private void Impatient(Instant now)
    {
        if (!_cancel.Wanted)
        {
            Cancel(now, null);
            _cancel.Forgotten = true;
            _core.Clock.Set(_patience, now + _core.Timers.B);
            return;
        }

        Settle();
        _core.Layer.Abandon(now, _transaction);
        Fail(_cancel.Forgotten ? 408 : 487, ReasonPhrases.Of(_cancel.Forgotten ? 408 : 487), null, local: true);
    }

    private void Send(Instant now)
    {
        var flow = _call.Route;
        List<SipHeader> headers =
        [
            _core.Via(flow),
            SipHeader.MaxForwards,
            new(HeaderName.From, new NameAddress(_call.DisplayName, _call.From, [("tag", _leg.LocalTag)])),
            new(HeaderName.To, new NameAddress(null, _call.To, [])),
            new(HeaderName.CallId, _leg.CallId),
            new(HeaderName.CSeq, new CSeq(++_cseq, "INVITE").ToString()),
            _core.Contact(flow, _leg.ContactUser),
            UserAgentCore.Allow,
            UserAgentCore.Supported,
            _core.UserAgentHeader,
            .. _call.Headers.Select(h => new SipHeader(h.Name, h.Value)),
            .. Body.Typed(_call.Body, _call.ContentType),
        ];
        _heard = false;

        // RFC 3261 §18.1.1 would move a request over 1300 bytes to TCP. The route was chosen by whoever knows the peer, so we stay on it.
        _transaction = _core.Layer.Send(now, _challenge.Authorize(new SipRequest("INVITE", _call.To, headers, _call.Body)), flow, this);
    }

    /// <summary>§9.1: the same request line, branch, route, From, To, Call-ID and CSeq number.</summary>
    private void SendCancel(Instant now)
    {
        _cancel.Sent = true;
        _core.Clock.Set(_patience, now + _core.Timers.B);
        var invite = _transaction.Request;
        List<SipHeader> headers = [invite.Headers[invite.IndexOf(HeaderName.Via)], SipHeader.MaxForwards];
        headers.AddRange(invite.Headers.Where(h => h.Name is "Route" or "From" or "To" or "Call-ID"));
        headers.Add(new("CSeq", new CSeq(_cseq, "CANCEL").ToString()));
        headers.AddRange(UserAgentCore.Reason(_cancel.Q850));
        _core.Layer.Send(now, new SipRequest("CANCEL", invite.Uri, headers, default), _transaction.Flow, Unheard.Instance);
    }

    private void Settle()
    {
        _settled = true;
        _core.Clock.Set(_patience, null);
    }

    private void Fail(int status, string reason, int? q850, bool local)
    {
        _core.Legs.Remove(_leg);
        _core.Tell(new UserAgentEvent.Failed(_leg.Id, status, reason, q850, local));
    }
}
