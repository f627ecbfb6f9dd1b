using System.Text;
using Rappel.Sip.Dialogs;
using Rappel.Sip.Messages;
using Rappel.Sip.Transactions;

namespace Rappel.Sip.UserAgents;

/// <summary>
/// A REFER of the peer (RFC 3515) until it is refused, or until the peer has been told that it was done. Being told it makes a subscription of
/// its own, which outlives the call where the peer hangs up first; where we do, our BYE waits for it, so that the phone shows what happened.
/// </summary>
internal sealed class PeerReferral
{
    private const int Seconds = 60;

    private readonly UserAgentCore _core;
    private readonly Leg _leg;
    private readonly Dialog _dialog;
    private readonly ServerTransaction _transaction;
    private readonly InboundRequest _request;
    private readonly Alarm _patience;
    private readonly SipHeader _event;
    private bool _answered;

    public PeerReferral(UserAgentCore core, Leg leg, Dialog dialog, ServerTransaction transaction, InboundRequest request)
    {
        (_core, _leg, _dialog, _transaction, _request) = (core, leg, dialog, transaction, request);
        _patience = new Alarm(at => Answer(at, 500, ""));

        // §2.4.6: the first of a dialog needs no number, and there are phones that do not expect one.
        _event = new SipHeader("Event", leg.Referrals++ == 0 ? "refer" : $"refer;id={request.CSeq.Number}");
    }

    /// <summary>RFC 4488: the peer does not want to be told.</summary>
    private bool IsUnwatched =>
        _request.Message["Refer-Sub"] is { } value && value.Split(';')[0].Trim().Equals("false", StringComparison.OrdinalIgnoreCase);

    public void Start(Instant now, SipUri to, SipLeg? replaced)
    {
        _core.Clock.Set(_patience, now + _core.Limits.ReofferPatience);
        _core.Tell(new UserAgentEvent.Referred(_leg.Id, to, replaced));
    }

    public void Answer(Instant now, int status, string why)
    {
        if (_answered)
        {
            return;
        }

        _answered = true;
        _core.Clock.Set(_patience, null);
        if (status >= 300)
        {
            Respond(now, status, why.Length == 0 ? [] : [new SipHeader("Warning", Warning.Of(why))]);
            Done(now);
            return;
        }

        Respond(now, 202, IsUnwatched ? [Contact, new SipHeader("Refer-Sub", "false")] : [Contact]);
        if (IsUnwatched)
        {
            Done(now);
            return;
        }

        Notify(now, 100, $"active;expires={Seconds}", (at, heard) =>
        {
            if (heard < 300)
            {
                Notify(at, 200, "terminated;reason=noresource", (then, _) => Done(then));
            }
            else
            {
                Done(at);
            }
        });
    }

    /// <summary>The call is over, by whichever side. What the peer is being told it is told to the end.</summary>
    public void Abandon(Instant now) => Answer(now, 481, "");

    private SipHeader Contact => _core.Contact(_request.Source, _leg.ContactUser);

    private void Notify(Instant now, int status, string state, Action<Instant, int> heard) => new OwnRequest(
        _core, _dialog, "NOTIFY", _leg.Digest,
        [_event, new SipHeader("Subscription-State", state), Contact, new SipHeader(HeaderName.ContentType, "message/sipfrag;version=2.0")],
        heard,
        Encoding.ASCII.GetBytes($"SIP/2.0 {status} {ReasonPhrases.Of(status)}\r\n")).Start(now);

    private void Respond(Instant now, int status, params ReadOnlySpan<SipHeader> further) =>
        _core.Layer.Respond(now, _transaction, _core.Response(_request, status, _leg.LocalTag, further));

    private void Done(Instant now)
    {
        if (_leg.Referral != this)
        {
            return;
        }

        _leg.Referral = null;
        if (_leg is { State: LegState.Confirmed, Hangup: { Wanted: true } wanted })
        {
            _core.Endings.Bye(now, _leg, wanted.Q850);
        }
    }
}
