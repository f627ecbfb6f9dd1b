using Rappel.Sip.Authentication;
using Rappel.Sip.Registrations;
using Rappel.Sip.Transactions;
using Rappel.Sip.Transports;

namespace Rappel.Sip.UserAgents;

/// <summary>
/// Who sends a request that we do not take from just anybody (RFC 3261 §22). INVITE is challenged with 401 like REGISTER: we are the server that
/// the request is for, not a proxy on its way (§22.2, §22.3), and phones keep one set of credentials for both.
/// </summary>
internal sealed class Authenticator(UserAgentCore core, Registrar registrar)
{
    private readonly DigestAuthenticator _digest = new(core.Settings.Realm, core.Entropy);
    private readonly GuessBook _guesses = new(SipLimits.Default);

    /// <summary>The user whose password the request proves; null where it does not, and then it has been answered.</summary>
    public string? UserOf(Instant now, InboundRequest request)
    {
        if (request.Source.Transport == SipTransport.Ws)
        {
            return UserAtEnd(request);
        }

        switch (_digest.Verify(now, request.Message, core.Policy.PasswordOf))
        {
            // Who is registered over this very flow is not kept out by what others, or forgers of the address, guess.
            case DigestVerdict.Accepted accepted when !_guesses.IsTooMany(now, request.Source.RemoteAddress)
                || registrar.UserAt(accepted.User, request.Source) is not null:
                return accepted.User;
            case DigestVerdict.Accepted:
                core.Refuse(request, 403);
                return null;

            // The first request of every phone comes without credentials: nothing to note.
            case DigestVerdict.Challenged challenged:
                core.Refuse(request, 401, [.. _digest.Challenge(now, request.Message, challenged.Stale)]);
                return null;
            case DigestVerdict.Refused refused:
                _guesses.Add(now, request.Source.RemoteAddress);
                core.Note("authentication-refused", $"{request.Method} as {refused.User ?? "nobody"}: {refused.Reason}", request.Source);
                core.Refuse(request, 403);
                return null;
            default:
                core.Refuse(request, 500);
                return null;
        }
    }

    /// <summary>Who opened a WebSocket was asked who they are before a word of SIP was said (RFC 7118 §7): a password would add nothing.</summary>
    private string? UserAtEnd(InboundRequest request)
    {
        if (core.Policy.UserAt(request.Source) is { } user)
        {
            return user;
        }

        core.Refuse(request, 403);
        return null;
    }
}
