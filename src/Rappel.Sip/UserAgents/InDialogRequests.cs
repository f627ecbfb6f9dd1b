using Rappel.Sip.Dialogs;
using Rappel.Sip.Messages;
using Rappel.Sip.Transactions;

namespace Rappel.Sip.UserAgents;

/// <summary>Requests of the peer within a dialog (RFC 3261 §12.2.2).</summary>
internal sealed class InDialogRequests(UserAgentCore core)
{
    public void Receive(Instant now, InboundRequest request)
    {
        if (core.Legs.Find(request.CallId, request.To.Tag!) is not { } leg || leg.With(request.From.Tag ?? "") is not { } dialog)
        {
            core.Refuse(request, 481);
            return;
        }

        var transaction = core.Layer.Open(now, request);
        if (!dialog.TryAdvance(request.CSeq.Number))
        {
            Respond(now, leg, transaction, request, 500);
            return;
        }

        // The peer moved: a new stream after a lost one, or a new hole in its NAT.
        dialog.Peer = request.Source;
        switch (request.Method)
        {
            case "BYE":
                Respond(now, leg, transaction, request, 200);
                core.Endings.ByeReceived(now, leg, UserAgentCore.CauseOf(request.Message), UserAgentCore.HasLostUs(request.Message));
                break;
            case "INVITE":
                Reinvited(now, leg, transaction, request);
                break;
            case "UPDATE":
                Updated(now, leg, transaction, request);
                break;
            case "REFER":
                Referred(now, leg, dialog, transaction, request);
                break;
            case "INFO":
                Respond(now, leg, transaction, request, 200);
                Informed(leg, request.Message);
                break;
            case "OPTIONS":
                Respond(now, leg, transaction, request, 200, UserAgentCore.Allow, new SipHeader("Accept", UserAgentCore.Sdp), UserAgentCore.Supported);
                break;
            default:
                Respond(now, leg, transaction, request, 405, UserAgentCore.Allow);
                break;
        }
    }

    /// <summary>An ACK that no transaction matched: the one to a 2xx has a branch of its own (§13.2.2.4), so the dialog finds it.</summary>
    public void Acknowledged(Instant now, InboundRequest ack)
    {
        if (ack.To.Tag is not { } tag || core.Legs.Find(ack.CallId, tag) is not { } leg || leg.With(ack.From.Tag ?? "") is null)
        {
            return;
        }

        if (leg is { State: LegState.Answered, Callee: { } callee } && callee.Transaction.CSeq == ack.CSeq.Number)
        {
            callee.Acknowledged(now, callee.Transaction, ack.Message);
        }
        else if (leg.PeerReoffer is { } reoffer && reoffer.Transaction.CSeq == ack.CSeq.Number)
        {
            reoffer.Acknowledged(now, reoffer.Transaction, ack.Message);
        }
    }

    private void Reinvited(Instant now, Leg leg, ServerTransaction transaction, InboundRequest request)
    {
        switch (leg)
        {
            case { State: LegState.Ending } or { Hangup.Wanted: true }:
                Respond(now, leg, transaction, request, 481);
                break;

            // §14.2: one INVITE of the peer at a time; it may try again when the first is answered.
            case { State: LegState.Calling or LegState.Offered } or { PeerReoffer.IsAnswered: false }:
                Respond(now, leg, transaction, request, 500, RetrySoon);
                break;

            // §14.2 for ours under way; RFC 5407 §3.1.5 for one whose ACK is still to come.
            case { OwnReoffer: not null } or { State: LegState.Answered } or { PeerReoffer: not null }:
                Respond(now, leg, transaction, request, 491);
                break;
            default:
                Ask(now, leg, transaction, request);
                break;
        }
    }

    private void Updated(Instant now, Leg leg, ServerTransaction transaction, InboundRequest request)
    {
        var hasOffer = Body.SdpOf(request.Message) is not null;
        switch (leg)
        {
            case { State: LegState.Ending }:
                Respond(now, leg, transaction, request, 481);
                break;

            // RFC 3311 §5.2: an offer cannot be taken before the one of the INVITE is settled, nor beside another.
            case { State: LegState.Offered } or { PeerReoffer.IsAnswered: false } when hasOffer:
                Respond(now, leg, transaction, request, 500, RetrySoon);
                break;
            case { State: not LegState.Confirmed } or { OwnReoffer: not null } or { PeerReoffer: not null } when hasOffer:
                Respond(now, leg, transaction, request, 491);
                break;
            case var _ when hasOffer:
                Ask(now, leg, transaction, request);
                break;
            default:
                leg.With(request.From.Tag ?? "")!.Refresh(request.Message);
                Respond(now, leg, transaction, request, 200, core.Contact(request.Source, leg.ContactUser));
                break;
        }
    }

    /// <summary>RFC 3515 §2.4: one place to go to, and a call to make there.</summary>
    private void Referred(Instant now, Leg leg, Dialog dialog, ServerTransaction transaction, InboundRequest request)
    {
        var to = request.Message.List("Refer-To") is [var value] && ReferTo.TryParse(value, out var read) ? read : null;
        var replaced = to?.Replaces is { } named ? ReplacedBy(named) : null;
        int? refused = leg switch
        {
            { State: not LegState.Confirmed } or { Hangup.Wanted: true } => 481,
            { Referral: not null } => 491,
            _ when to is null => 400,
            _ when to.Method != "INVITE" => 488,
            _ when !ScreeningRules.Default.Schemes.Contains(to.Uri.Scheme) => 416,
            _ when to.Replaces is not null && replaced is null => 481,
            _ => null,
        };
        if (refused is { } status)
        {
            Respond(now, leg, transaction, request, status);
            return;
        }

        leg.Referral = new PeerReferral(core, leg, dialog, transaction, request);
        leg.Referral.Start(now, to!.Uri, replaced?.Id);
    }

    /// <summary>The dialog of ours that is meant (RFC 3891 §3); null where there is none.</summary>
    private Leg? ReplacedBy(Replaces replaces) =>
        !replaces.EarlyOnly && core.Legs.Find(replaces.CallId, replaces.ToTag) is { State: LegState.Confirmed or LegState.Answered } leg
            && leg.With(replaces.FromTag) is not null ? leg : null;

    private void Ask(Instant now, Leg leg, ServerTransaction transaction, InboundRequest request)
    {
        leg.PeerReoffer = new PeerReoffer(core, leg, transaction, request);
        leg.PeerReoffer.Start(now);
    }

    private void Informed(Leg leg, SipRequest info)
    {
        if (!info.Body.IsEmpty && leg is { State: not (LegState.Ending or LegState.Over), Hangup.Wanted: false })
        {
            core.Tell(new UserAgentEvent.Told(leg.Id, info["Content-Type"] ?? "", info.Body));
        }
    }

    private SipHeader RetrySoon => new("Retry-After", $"{(int)core.Tokens.UpTo(TimeSpan.FromSeconds(10)).TotalSeconds}");

    private void Respond(Instant now, Leg leg, ServerTransaction transaction, InboundRequest request, int status, params ReadOnlySpan<SipHeader> further) =>
        core.Layer.Respond(now, transaction, core.Response(request, status, leg.LocalTag, further));
}
