using Rappel.Sip.Messages;

namespace Rappel.Sip.Authentication;

/// <summary>
/// The server side of digest authentication (RFC 3261 §22, RFC 7616, RFC 8760). Replays are told by the nonce count, and the uri field is not held
/// against the request URI: proxies rewrite the latter, and RFC 3261 §22.4 leaves the check open.
/// </summary>
/// <param name="realm">Of our challenges.</param>
/// <param name="entropy">64 unpredictable bits a call.</param>
public sealed class DigestAuthenticator(string realm, Func<ulong> entropy, SipLimits? limits = null)
{
    /// <summary>Rows of credentials looked at in one request: one for each realm on its way is what an honest one has.</summary>
    private const int RowsRead = 8;

    private readonly NonceBook nonces = new(entropy, limits ?? SipLimits.Default);

    /// <summary>Nonces whose counts are kept.</summary>
    public int NonceCount => nonces.Count;

    /// <summary>Judges the request's Authorization rows. Another scheme or another realm counts as none (RFC 4475 §3.3.8).</summary>
    /// <param name="passwordOf">The password of a user; null for an unknown one.</param>
    public DigestVerdict Verify(Instant now, SipRequest request, Func<string, string?> passwordOf)
    {
        foreach (var row in request.All("Authorization").Take(RowsRead))
        {
            if (!DigestFields.IsDigest(row))
            {
                continue;
            }

            if (!DigestAnswer.TryParse(row, out var answer))
            {
                return new DigestVerdict.Refused("malformed credentials", null);
            }

            if (answer.Realm == realm)
            {
                return Judge(now, request.Method, answer, passwordOf);
            }
        }

        return new DigestVerdict.Challenged(Stale: false);
    }

    /// <summary>The WWW-Authenticate rows of a 401, one for each algorithm offered to this peer.</summary>
    public IReadOnlyList<SipHeader> Challenge(Instant now, SipRequest request, bool stale) =>
        [.. DigestOffer.To(request).Select(algorithm => new SipHeader("WWW-Authenticate", NewChallenge(now, algorithm, stale).ToString()))];

    private DigestChallenge NewChallenge(Instant now, DigestAlgorithm algorithm, bool stale) =>
        new(realm, nonces.Issue(now), $"{entropy():x16}", DigestMath.NameOf(algorithm), "auth", stale);

    private DigestVerdict Judge(Instant now, string method, DigestAnswer answer, Func<string, string?> passwordOf)
    {
        // We never offer -sess or auth-int, so nobody who uses them answers a challenge of ours.
        if (!DigestMath.TryRead(answer.Algorithm, out var algorithm, out var session) || session
            || (answer.Qop is not null && !answer.Qop.Equals("auth", StringComparison.OrdinalIgnoreCase)))
        {
            return new DigestVerdict.Challenged(Stale: false);
        }

        // The same work for an unknown user, so that the time taken does not tell which users exist.
        var password = passwordOf(answer.UserName);
        var isRight = DigestMath.Same(DigestMath.Response(algorithm, session, answer, password ?? "", method), answer.Response);
        if (password is null || !isRight)
        {
            return new DigestVerdict.Refused("wrong user name or password", answer.UserName);
        }

        // Only now, since stale=true says that the password was right (RFC 7616 §3.3).
        return nonces.TryUse(now, answer.Nonce, answer.Qop is null ? null : answer.NonceCount)
            ? new DigestVerdict.Accepted(answer.UserName)
            : new DigestVerdict.Challenged(Stale: true);
    }
}
