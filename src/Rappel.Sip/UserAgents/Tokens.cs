using Rappel.Sip.Transactions;

namespace Rappel.Sip.UserAgents;

/// <summary>The identifiers that RFC 3261 §19.3 wants random and unique, from injected entropy.</summary>
internal sealed class Tokens(Func<ulong> entropy)
{
    public string Branch() => ServerTransactionKey.MagicCookie + Word();

    public string Tag() => Word();

    public string CallId() => Word() + Word();

    /// <summary>A span between zero and this one, in steps of 10 ms (§14.1).</summary>
    public TimeSpan UpTo(TimeSpan longest) => TimeSpan.FromMilliseconds(10 * (entropy() % (ulong)((longest.TotalMilliseconds / 10) + 1)));

    /// <summary>A tag that is the same for every copy of a request that is answered without a transaction (§8.2.7).</summary>
    public static string StatelessTag(InboundRequest request)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in $"{request.CallId} {request.From.Tag} {request.CSeq.Number}")
        {
            hash = (hash ^ c) * 1099511628211UL;
        }

        return $"{hash:x16}";
    }

    private string Word() => $"{entropy():x16}";
}
