using System.Globalization;
using Rappel.Sip.Messages;
using Rappel.Sip.UserAgents;

namespace Rappel.Sip.Authentication;

/// <summary>
/// The client side of digest authentication (RFC 3261 §22.2-22.3): answers 401 and 407, and keeps what it learned so that later requests of the
/// same dialog or registration carry credentials from the start, with the next nonce count.
/// </summary>
/// <param name="entropy">64 unpredictable bits a call.</param>
public sealed class DigestResponder(DigestCredentials credentials, Func<ulong> entropy)
{
    /// <summary>Realms remembered; one for each proxy on the way and one for the server is what an honest chain has.</summary>
    private const int MostRealms = 8;

    private readonly List<Known> known = [];

    /// <summary>Learns the response's challenges.</summary>
    /// <param name="request">The request that was challenged, with the credentials it had.</param>
    /// <returns>
    /// True where sending <paramref name="request"/> again with <see cref="Authorize"/> may help. False where nothing can be answered (an
    /// algorithm or qop unknown here), or where credentials for that realm were refused already: then the password is wrong and a further try
    /// would only lock the account.
    /// </returns>
    public bool TryLearn(SipResponse response, SipRequest request)
    {
        if (response.Status is not (401 or 407))
        {
            return false;
        }

        var name = response.Status == 401 ? "WWW-Authenticate" : "Proxy-Authenticate";
        var answerName = response.Status == 401 ? "Authorization" : "Proxy-Authorization";
        var helped = false;
        foreach (var realm in Challenges(response, name).GroupBy(c => c.Realm, StringComparer.Ordinal))
        {
            var best = realm.Where(IsAnswerable).MaxBy(c => DigestMath.TryRead(c.Algorithm, out var algorithm, out _) ? (int)algorithm : -1);
            if (best is null || (!best.Stale && WasTried(request, answerName, realm.Key)))
            {
                continue;
            }

            helped |= TryKeep(best, answerName);
        }

        return helped;
    }

    /// <summary>The Authorization and Proxy-Authorization rows for this request, to replace any it has; empty before the first challenge.</summary>
    public IReadOnlyList<SipHeader> Authorize(SipRequest request) => [.. known.Select(k => new SipHeader(k.AnswerName, Answer(k, request).ToString()))];

    private static IEnumerable<DigestChallenge> Challenges(SipResponse response, string name)
    {
        foreach (var row in response.All(name).Take(4 * MostRealms))
        {
            if (DigestChallenge.TryParse(row, out var challenge))
            {
                yield return challenge;
            }
        }
    }

    private static bool IsAnswerable(DigestChallenge challenge) =>
        DigestMath.TryRead(challenge.Algorithm, out _, out _) && (challenge.Qop is null || OffersAuth(challenge.Qop));

    private static bool OffersAuth(string qop) => qop.Split(',').Any(q => q.Trim().Equals("auth", StringComparison.OrdinalIgnoreCase));

    private static bool WasTried(SipRequest request, string answerName, string realm) =>
        request.All(answerName).Any(row => DigestAnswer.TryParse(row, out var answer) && answer.Realm == realm);

    private bool TryKeep(DigestChallenge challenge, string answerName)
    {
        var at = known.FindIndex(k => k.AnswerName == answerName && k.Challenge.Realm == challenge.Realm);
        if (at >= 0)
        {
            known[at] = new Known(challenge, answerName);
            return true;
        }

        if (known.Count == MostRealms)
        {
            return false;
        }

        known.Add(new Known(challenge, answerName));
        return true;
    }

    private DigestAnswer Answer(Known realm, SipRequest request)
    {
        var challenge = realm.Challenge;
        _ = DigestMath.TryRead(challenge.Algorithm, out var algorithm, out var session);
        var counts = challenge.Qop is not null;
        // A client nonce also goes into the key of a -sess algorithm without qop.
        var answer = new DigestAnswer(
            credentials.UserName, challenge.Realm, challenge.Nonce, request.Uri.ToString(), "", challenge.Algorithm, challenge.Opaque,
            counts ? "auth" : null,
            counts || session ? string.Create(CultureInfo.InvariantCulture, $"{entropy():x16}") : null,
            counts ? string.Create(CultureInfo.InvariantCulture, $"{++realm.Count:x8}") : null);
        return answer with { Response = DigestMath.Response(algorithm, session, answer, credentials.Password, request.Method) };
    }

    private sealed class Known(DigestChallenge challenge, string answerName)
    {
        public DigestChallenge Challenge { get; } = challenge;

        public string AnswerName { get; } = answerName;

        public uint Count { get; set; }
    }
}
