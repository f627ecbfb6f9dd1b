using Rappel.Sip.Messages;
using Rappel.Sip.Transactions;

namespace Rappel.Sip.UserAgents;

/// <summary>The INVITE of a call to us, until it is refused, or answered and acknowledged (RFC 3261 §13.3).</summary>
internal sealed class CalleeInvite : IServerTransactionUser
{
    private readonly UserAgentCore _core;
    private readonly Leg _leg;
    private readonly ServerTransaction _transaction;
    private readonly Alarm _refresh;
    private readonly Alarm _expiry;

    /// <summary>Only until the final answer: a call may last long, and its INVITE is large.</summary>
    private InboundRequest? _request;
    private SipResponse? _provisional;
    private AnswerRepeater? _answer;
    private bool _lateOffer;

    public CalleeInvite(UserAgentCore core, Leg leg, ServerTransaction transaction, InboundRequest request)
    {
        (_core, _leg, _transaction, _request) = (core, leg, transaction, request);
        _refresh = new Alarm(Refresh);
        _expiry = new Alarm(Expired);
        transaction.User = this;
    }

    public ServerTransaction Transaction => _transaction;

    /// <summary>The tag of every response to it but 100.</summary>
    public string LocalTag => _leg.LocalTag;

    /// <summary>100 at once: whoever answers may be slow, and the caller would repeat its INVITE.</summary>
    public void Start(Instant now)
    {
        _core.Layer.Respond(now, _transaction, _core.Response(_request!, 100, null));
        if (uint.TryParse(_request!.Message["Expires"], out var seconds))
        {
            _core.Clock.Set(_expiry, now.AddSeconds(Math.Max(1, seconds)));
        }
    }

    public void Ring(Instant now, int status, ReadOnlyMemory<byte>? answer)
    {
        if (_leg.State == LegState.Offered && status is > 100 and < 200)
        {
            _provisional = _core.Response(_request!, status, _leg, answer ?? default, makesDialog: true);
            Refresh(now);
        }
    }

    public void Answer(Instant now, ReadOnlyMemory<byte> sdp)
    {
        if (_leg.State != LegState.Offered)
        {
            return;
        }

        StopAlarms();
        _leg.State = LegState.Answered;
        _lateOffer = Body.SdpOf(_request!.Message) is null;
        _answer = new AnswerRepeater(_core, _transaction, _core.Response(_request, 200, _leg, sdp, makesDialog: true), Unacknowledged);
        (_request, _provisional) = (null, null);
        _answer.Start(now);
    }

    /// <summary>A final refusal, and the leg is over. The transaction alone sees to its ACK.</summary>
    public void Refuse(Instant now, int status, string? reason, params ReadOnlySpan<SipHeader> further)
    {
        if (_leg.State != LegState.Offered)
        {
            return;
        }

        StopAlarms();
        var response = _core.Response(_request!, status, _leg.LocalTag, further);
        (_request, _provisional) = (null, null);
        _core.Legs.Remove(_leg);
        _core.Layer.Respond(now, _transaction, new SipResponse(status, reason ?? response.Reason, response.Headers, default));
    }

    /// <summary>CANCEL (§9.2), or a BYE before the answer (§15.1.2): 487 and the end. Too late for anything but an unanswered INVITE.</summary>
    public void Cancelled(Instant now, EndCause cause, int? q850)
    {
        if (_leg.State == LegState.Offered)
        {
            Refuse(now, 487, null);
            _core.Tell(new UserAgentEvent.Ended(_leg.Id, cause, q850));
        }
    }

    public void Acknowledged(Instant now, ServerTransaction transaction, SipRequest ack)
    {
        if (_leg.State != LegState.Answered)
        {
            return;
        }

        StopRepeating();
        _leg.State = LegState.Confirmed;

        // The transaction lingers for repeated INVITEs, and the call may last: neither needs the other or this any more.
        (_leg.Callee, _transaction.User) = (null, null);
        if (_leg.Hangup.Wanted)
        {
            _core.Endings.Bye(now, _leg, _leg.Hangup.Q850);
            return;
        }

        _core.Tell(new UserAgentEvent.Confirmed(_leg.Id, _lateOffer ? Body.SdpOf(ack) : null));
        _core.Reoffers.Continue(now, _leg);
    }

    public void Undelivered(Instant now, ServerTransaction transaction)
    {
        if (_leg.State == LegState.Offered)
        {
            StopAlarms();
            _core.Legs.Remove(_leg);
            _core.Tell(new UserAgentEvent.Ended(_leg.Id, EndCause.TransportFailed, null));
        }
    }

    public void StopRepeating() => _answer?.Stop();

    private void Unacknowledged(Instant now)
    {
        _leg.State = LegState.Confirmed;
        _leg.Callee = null;
        var wanted = _leg.Hangup;
        _core.Endings.Bye(now, _leg, wanted.Q850);
        if (!wanted.Wanted)
        {
            _core.Tell(new UserAgentEvent.Ended(_leg.Id, EndCause.NoAck, null));
        }
    }

    private void Refresh(Instant now)
    {
        _core.Layer.Respond(now, _transaction, _provisional!);
        _core.Clock.Set(_refresh, now + _core.Limits.ProvisionalRefresh);
    }

    /// <summary>§13.3.1: the caller said how long it waits.</summary>
    private void Expired(Instant now) => Cancelled(now, EndCause.Cancelled, null);

    private void StopAlarms()
    {
        _core.Clock.Set(_refresh, null);
        _core.Clock.Set(_expiry, null);
    }
}
