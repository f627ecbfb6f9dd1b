using Rappel.Sip.Authentication;
using Rappel.Sip.Messages;

namespace Rappel.Sip.UserAgents;

/// <summary>
/// Answers the 401 and 407 to one request of ours (RFC 3261 §22.2): once a realm, again only where the peer says that merely the nonce was stale,
/// and never without end. What a leg learned serves its next requests.
/// </summary>
/// <param name="digest">The leg's; null where it has no credentials.</param>
internal sealed class ChallengeAnswer(DigestResponder? digest)
{
    private const int MostTries = 4;
    private int _tries;

    /// <summary>True where the request should be sent again, authorized.</summary>
    public bool TryLearn(SipRequest request, SipResponse response) =>
        digest is not null && response.Status is (401 or 407) && _tries++ < MostTries && digest.TryLearn(response, request);

    /// <summary>Adds the credentials known so far.</summary>
    public SipRequest Authorize(SipRequest request)
    {
        if (digest is not null)
        {
            request.Headers.AddRange(digest.Authorize(request));
        }

        return request;
    }
}
