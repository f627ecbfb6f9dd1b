using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Rappel.Sip.Authentication;

/// <summary>The formulas of RFC 7616 §3.4.1-3.4.3 with qop <c>auth</c>, and without qop those of RFC 2617 §3.2.2.1.</summary>
internal static class DigestMath
{
    public static string NameOf(DigestAlgorithm algorithm) => algorithm == DigestAlgorithm.Sha256 ? "SHA-256" : "MD5";

    /// <param name="name">As in the header; null for MD5 (RFC 7616 §3.3).</param>
    /// <param name="session">True for a <c>-sess</c> algorithm.</param>
    public static bool TryRead(string? name, out DigestAlgorithm algorithm, out bool session)
    {
        session = name?.EndsWith("-sess", StringComparison.OrdinalIgnoreCase) ?? false;
        var bare = session ? name![..^5] : name ?? "MD5";
        algorithm = bare.Equals("SHA-256", StringComparison.OrdinalIgnoreCase) ? DigestAlgorithm.Sha256 : DigestAlgorithm.Md5;
        return algorithm == DigestAlgorithm.Sha256 || bare.Equals("MD5", StringComparison.OrdinalIgnoreCase);
    }

    public static string Response(DigestAlgorithm algorithm, bool session, DigestAnswer answer, string password, string method)
    {
        var a1 = Hash(algorithm, $"{answer.UserName}:{answer.Realm}:{password}");
        if (session)
        {
            a1 = Hash(algorithm, $"{a1}:{answer.Nonce}:{answer.ClientNonce}");
        }

        var a2 = Hash(algorithm, $"{method}:{answer.Uri}");
        return answer.Qop is null
            ? Hash(algorithm, $"{a1}:{answer.Nonce}:{a2}")
            : Hash(algorithm, $"{a1}:{answer.Nonce}:{answer.NonceCount}:{answer.ClientNonce}:{answer.Qop}:{a2}");
    }

    /// <summary>Takes the same time wherever the two differ. Hex digits of either case.</summary>
    public static bool Same(string expected, string given) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(given.ToLowerInvariant()));

    [SuppressMessage("Security", "CA5351", Justification = "RFC 3261 §22.4 asks for MD5, and most phones have nothing else.")]
    private static string Hash(DigestAlgorithm algorithm, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return Convert.ToHexStringLower(algorithm == DigestAlgorithm.Sha256 ? SHA256.HashData(bytes) : MD5.HashData(bytes));
    }
}
