using Rappel.Sip.Messages;

namespace Rappel.Sip.Transactions;

/// <summary>How a response finds its request (RFC 3261 §17.1.3).</summary>
internal readonly record struct ClientTransactionKey(string Branch, string Method);

/// <summary>How a request finds its transaction (RFC 3261 §17.2.3). An ACK is looked up as the INVITE it belongs to.</summary>
/// <param name="SentBy">Host of the top Via in lower case; the whole Via where the branch is not unique.</param>
internal readonly record struct ServerTransactionKey(string Branch, string SentBy, int Port, string Method)
{
    public const string MagicCookie = "z9hG4bK";

    public static ServerTransactionKey Of(SipRequest request, Via via, NameAddress from, string callId, CSeq cseq)
    {
        var method = request.Method == "ACK" ? "INVITE" : request.Method;
        if (via.Branch is { } branch && branch.Length > MagicCookie.Length && branch.StartsWith(MagicCookie, StringComparison.OrdinalIgnoreCase))
        {
            return new ServerTransactionKey(branch, via.Host.ToLowerInvariant(), via.Port ?? 5060, method);
        }

        // A client of RFC 2543: Request-URI, From tag, Call-ID, CSeq number and the whole top Via. The To tag is left out here: an INVITE of a
        // dialog already differs by its CSeq, and an ACK's is held against the tag we answered with (TransactionLayer.Absorb).
        return new ServerTransactionKey($"{request.Uri} {from.Tag} {callId} {cseq.Number}", via.ToString(), 0, method);
    }

    /// <summary>True where the peer makes unique branches.</summary>
    public bool IsByBranch => Branch.StartsWith(MagicCookie, StringComparison.OrdinalIgnoreCase);
}

/// <summary>A request that came by two ways has this in common, and the branch not (RFC 3261 §8.2.2.2).</summary>
internal readonly record struct MergeKey(string CallId, string FromTag, uint CSeq, string Method);
