using System.Security.Cryptography;
using System.Text;

namespace Rappel.Acceptance.Chaos;

/// <summary>How a phone proves that it knows its password.</summary>
internal static class SipDigest
{
    /// <summary>Value of the Authorization header for a REGISTER (RFC 2617), without qop where none is offered.</summary>
    /// <param name="challenge">Value of WWW-Authenticate.</param>
    public static string Answer(string challenge, string key, string password, string uri)
    {
        var realm = Field(challenge, "realm");
        var nonce = Field(challenge, "nonce");
        var ha1 = Md5($"{key}:{realm}:{password}");
        var ha2 = Md5($"REGISTER:{uri}");
        var (response, more) = challenge.Contains("qop=", StringComparison.Ordinal)
            ? (Md5($"{ha1}:{nonce}:00000001:abcd:auth:{ha2}"), ", qop=auth, nc=00000001, cnonce=\"abcd\"")
            : (Md5($"{ha1}:{nonce}:{ha2}"), "");
        var opaque = Field(challenge, "opaque") is { Length: > 0 } given ? $", opaque=\"{given}\"" : "";
        return $"Digest username=\"{key}\", realm=\"{realm}\", nonce=\"{nonce}\", uri=\"{uri}\", response=\"{response}\", algorithm=MD5{more}{opaque}";
    }

    private static string Field(string challenge, string name)
    {
        var at = challenge.IndexOf($"{name}=\"", StringComparison.Ordinal);
        return at < 0 ? "" : challenge[(at + name.Length + 2)..challenge.IndexOf('"', at + name.Length + 2)];
    }

#pragma warning disable CA5351 // What SIP phones speak.
    private static string Md5(string text) => Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5351
}
