using Rappel.Sip.Messages;

namespace Rappel.Sip.Authentication;

/// <summary>Which algorithms a peer is offered, in what order.</summary>
internal static class DigestOffer
{
    /// <summary>
    /// MD5 stands first although RFC 8760 §2.4 would have the stronger one on top: peers that know only MD5 often read only the first row,
    /// while those that know both look for the stronger.
    /// </summary>
    private static readonly DigestAlgorithm[] Both = [DigestAlgorithm.Md5, DigestAlgorithm.Sha256];

    private static readonly DigestAlgorithm[] OnlyMd5 = [DigestAlgorithm.Md5];

    /// <summary>These give up when any row names an algorithm they do not know, even below one they do (seen with 1.0.0, which Debian 12 has).</summary>
    private static readonly string[] StumbleOverSha256 = ["baresip v0.", "baresip v1.", "baresip v2."];

    public static IReadOnlyList<DigestAlgorithm> To(SipRequest request)
    {
        var agent = request["User-Agent"] ?? "";
        return StumbleOverSha256.Any(known => agent.StartsWith(known, StringComparison.OrdinalIgnoreCase)) ? OnlyMd5 : Both;
    }
}
