using System.Diagnostics.CodeAnalysis;
using Rappel.Sip.Messages;

namespace Rappel.Sip.UserAgents;

/// <summary>Answers the 401 or 407 to one request of ours, once; a second time only where the peer says that merely our nonce was stale (RFC 3261 §22.2).</summary>
internal sealed class ChallengeAnswer(UserAgentCore core, DigestCredentials? credentials)
{
    private readonly UserAgentCore _core = core;

    public bool TryAnswer(SipRequest request, SipResponse response, [NotNullWhen(true)] out SipHeader? authorization)
    {
        authorization = null;
        return credentials is not null && _core is null && request == (SipMessage)response;
    }
}
