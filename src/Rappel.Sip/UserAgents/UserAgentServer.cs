using Rappel.Sip.Dialogs;
using Rappel.Sip.Messages;
using Rappel.Sip.Registrations;
using Rappel.Sip.Transactions;

namespace Rappel.Sip.UserAgents;

/// <summary>
/// What becomes of a request (RFC 3261 §8.2). Only what is taken gets a transaction: refusals outside a dialog are stateless (§8.2.7), since the
/// INVITE that is not answered is sent again anyway.
/// </summary>
internal sealed class UserAgentServer(UserAgentCore core, Registrar registrar)
{
    private readonly InDialogRequests _inDialog = new(core);
    private readonly Authenticator _authenticator = new(core, registrar);

    public void Receive(Instant now, InboundRequest request)
    {
        if (core.Layer.Absorb(now, request))
        {
            return;
        }

        if (request.Method == "ACK")
        {
            _inDialog.Acknowledged(now, request);
        }
        else if (core.Layer.IsFull)
        {
            core.Note("transactions-full", request.Method, request.Source);
            core.Overloaded(request);
        }
        else if (request.Method == "CANCEL")
        {
            Cancel(now, request);
        }
        else if (core.Layer.IsMerged(request))
        {
            core.Refuse(request, 482);
        }
        else if (IsServable(request))
        {
            Serve(now, request);
        }
    }

    /// <summary>Method, extensions and body (§8.2.1-8.2.3); false where it was refused.</summary>
    private bool IsServable(InboundRequest request)
    {
        if (RequestScreening.Inspect(request.Message, ScreeningRules.Default) is not { } refusal)
        {
            return true;
        }

        core.Refuse(request, refusal.Status, [.. refusal.Headers]);
        return false;
    }

    private void Serve(Instant now, InboundRequest request)
    {
        if (request.To.Tag is not null)
        {
            _inDialog.Receive(now, request);
            return;
        }

        switch (request.Method)
        {
            case "INVITE":
                Invited(now, request);
                break;
            case "REGISTER":
                Register(now, request);
                break;

            // §11.2: what an INVITE would get, but for the password: a peer asks whether we are alive.
            case "OPTIONS" when core.Policy.IsClosed || core.IsOverloaded:
                core.Overloaded(request);
                break;
            case "OPTIONS":
                core.Refuse(request, 200, UserAgentCore.Allow, new SipHeader("Accept", UserAgentCore.Sdp), UserAgentCore.Supported);
                break;
            // RFC 3515 §4.4: whoever is in no call with us sends nobody anywhere.
            case "REFER":
                core.Refuse(request, 403);
                break;
            default:
                core.Refuse(request, 481);
                break;
        }
    }

    private void Invited(Instant now, InboundRequest request)
    {
        if (core.Policy.IsClosed || core.IsOverloaded)
        {
            core.Note("invite-refused", core.Policy.IsClosed ? "closed" : "overloaded", request.Source);
            core.Overloaded(request);
            return;
        }

        // A phone may sit behind an address that is trusted as a trunk's: it is known by the flow it registered over, and asked for its password as
        // any phone, for its calls may cost money.
        string? user = null;
        if (!core.Policy.IsTrusted(request.Source) || registrar.UserAt(request.From.Uri.User, request.Source) is not null)
        {
            user = _authenticator.UserOf(now, request);
            if (user is null)
            {
                return;
            }

            if (user != request.From.Uri.User)
            {
                core.Note("from-refused", $"{user} calls as {request.From.Uri.User}", request.Source);
                core.Refuse(request, 403);
                return;
            }
        }

        var leg = new Leg(core.Legs.NextNumber(), request.CallId, core.Tokens.Tag())
        {
            State = LegState.Offered,
            ContactUser = request.Message.Uri.User,
        };
        leg.Dialog = Dialog.OfInvite(request, leg.LocalTag);
        core.Legs.Add(leg);
        leg.Callee = new CalleeInvite(core, leg, core.Layer.Open(now, request), request);
        leg.Callee.Start(now);
        core.Tell(new UserAgentEvent.Called(leg.Id, request.Message, request.Source, user, Body.SdpOf(request.Message)));
    }

    /// <summary>§9.2: the CANCEL is answered for itself; the INVITE it means, if that still waits, with 487.</summary>
    private void Cancel(Instant now, InboundRequest cancel)
    {
        if (core.Layer.InviteOf(cancel) is not { } invite)
        {
            core.Refuse(cancel, 481);
            return;
        }

        var transaction = core.Layer.Open(now, cancel);
        core.Layer.Respond(now, transaction, core.Response(cancel, 200, (invite.User as CalleeInvite)?.LocalTag ?? invite.ResponseTag ?? core.Tokens.Tag()));
        switch (invite.User)
        {
            case CalleeInvite callee:
                callee.Cancelled(now, EndCause.Cancelled, UserAgentCore.CauseOf(cancel.Message));
                break;
            case PeerReoffer reoffer:
                reoffer.Cancelled(now);
                break;
        }
    }

    private void Register(Instant now, InboundRequest request)
    {
        // Not even a trusted address registers without a password: it would take a user's calls.
        if (_authenticator.UserOf(now, request) is not { } user)
        {
            return;
        }

        if (user != request.To.Uri.User)
        {
            core.Note("register-refused", $"{user} registers {request.To.Uri.User}", request.Source);
            core.Refuse(request, 403);
            return;
        }

        if (!core.Policy.MayRegister(user, request.Source))
        {
            core.Note("register-refused", $"{user} may not have a phone of this kind", request.Source);
            core.Refuse(request, 403, new SipHeader("Warning", "399 rappel \"This agent's phone is of another kind\""));
            return;
        }

        var transaction = core.Layer.Open(now, request);
        var (status, headers) = registrar.Register(now, user, request);
        core.Layer.Respond(now, transaction, core.Response(request, status, core.Tokens.Tag(), [.. headers]));
    }
}
