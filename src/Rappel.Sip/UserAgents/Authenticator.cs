using Rappel.Sip.Transactions;

namespace Rappel.Sip.UserAgents;

/// <summary>Who sends a request that we do not take from just anybody (RFC 3261 §22).</summary>
internal sealed class Authenticator(UserAgentCore core)
{
    /// <summary>The user whose password the request proves; null where it does not, and then it has been answered.</summary>
    public string? UserOf(Instant now, InboundRequest request)
    {
        core.Refuse(request, 403);
        return null;
    }
}
