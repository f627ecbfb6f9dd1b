using Rappel.Sip.Messages;
using Rappel.Sip.Transactions;

namespace Rappel.Sip.UserAgents;

/// <summary>A re-INVITE (RFC 3261 §14.2) or an UPDATE with an offer (RFC 3311) of the peer, until it is answered and, for INVITE, acknowledged.</summary>
internal sealed class PeerReoffer : IServerTransactionUser
{
    private readonly UserAgentCore _core;
    private readonly Leg _leg;
    private readonly ServerTransaction _transaction;
    private readonly InboundRequest _request;
    private readonly Alarm _patience;
    private readonly bool _lateOffer;
    private AnswerRepeater? _repeater;
    private bool _over;

    public PeerReoffer(UserAgentCore core, Leg leg, ServerTransaction transaction, InboundRequest request)
    {
        (_core, _leg, _transaction, _request) = (core, leg, transaction, request);
        _patience = new Alarm(at => Reject(at, 500));
        _lateOffer = Body.SdpOf(request.Message) is null;
        transaction.User = this;
    }

    public ServerTransaction Transaction => _transaction;

    /// <summary>Answered, and waiting for the ACK.</summary>
    public bool IsAnswered => _repeater is not null;

    public void Start(Instant now)
    {
        if (_request.Method == "INVITE")
        {
            _core.Layer.Respond(now, _transaction, _core.Response(_request, 100, null));
        }

        _core.Clock.Set(_patience, now + _core.Limits.ReofferPatience);
        _core.Tell(new UserAgentEvent.Reoffered(_leg.Id, Body.SdpOf(_request.Message)));
    }

    public void Answer(Instant now, ReadOnlyMemory<byte> sdp)
    {
        if (_over || IsAnswered)
        {
            return;
        }

        _core.Clock.Set(_patience, null);
        _leg.Dialog!.Refresh(_request.Message);
        var response = _core.Response(_request, 200, _leg, sdp, makesDialog: false);
        if (_request.Method == "INVITE")
        {
            _repeater = new AnswerRepeater(_core, _transaction, response, Unacknowledged);
            _repeater.Start(now);
            return;
        }

        _core.Layer.Respond(now, _transaction, response);
        Done(now);
    }

    public void Reject(Instant now, int status)
    {
        if (_over || IsAnswered)
        {
            return;
        }

        _core.Layer.Respond(now, _transaction, _core.Response(_request, status is >= 300 and < 700 ? status : 488, _leg.LocalTag));
        Done(now);
    }

    /// <summary>The leg ends: 487 to what waits (§15.1.2), no more repeating of what was answered.</summary>
    public void Abandon(Instant now)
    {
        if (!_over && !IsAnswered)
        {
            _core.Layer.Respond(now, _transaction, _core.Response(_request, 487, _leg.LocalTag));
        }

        Close();
    }

    /// <summary>The peer changed its mind (CANCEL): 487, and the session stays as it was.</summary>
    public void Cancelled(Instant now) => Reject(now, 487);

    public void Acknowledged(Instant now, ServerTransaction transaction, SipRequest ack)
    {
        if (_over || !IsAnswered)
        {
            return;
        }

        if (_lateOffer)
        {
            _core.Tell(new UserAgentEvent.Confirmed(_leg.Id, Body.SdpOf(ack)));
        }

        Done(now);
    }

    /// <summary>Nothing to do: the peer that missed our answer will ask again or hang up.</summary>
    public void Undelivered(Instant now, ServerTransaction transaction)
    {
        if (!_over && !IsAnswered)
        {
            Done(now);
        }
    }

    private void Unacknowledged(Instant now)
    {
        _core.Endings.Bye(now, _leg, null);
        _core.Tell(new UserAgentEvent.Ended(_leg.Id, EndCause.NoAck, null));
    }

    private void Done(Instant now)
    {
        Close();
        _core.Reoffers.Continue(now, _leg);
    }

    private void Close()
    {
        _over = true;
        _core.Clock.Set(_patience, null);
        _repeater?.Stop();
        (_leg.PeerReoffer, _transaction.User) = (null, null);
    }
}
