using System.Diagnostics.CodeAnalysis;
using Rappel.Sip.Messages;

namespace Rappel.Sip.Authentication;

/// <summary>One WWW-Authenticate or Proxy-Authenticate value of the Digest scheme (RFC 7616 §3.3).</summary>
/// <param name="Opaque">To be sent back as it came; null where there is none.</param>
/// <param name="Algorithm">As written, for example <c>SHA-256</c>; null stands for MD5.</param>
/// <param name="Qop">The comma list as written; null where there is none.</param>
/// <param name="Stale">True where only the nonce was too old: the password is right, so nobody need be asked.</param>
public sealed record DigestChallenge(string Realm, string Nonce, string? Opaque, string? Algorithm, string? Qop, bool Stale)
{
    public static bool TryParse(string value, [NotNullWhen(true)] out DigestChallenge? challenge)
    {
        challenge = null;
        if (!DigestFields.TryParse(value, out var fields) || fields["realm"] is not { } realm || fields["nonce"] is not { } nonce)
        {
            return false;
        }

        var stale = "true".Equals(fields["stale"], StringComparison.OrdinalIgnoreCase);
        challenge = new DigestChallenge(realm, nonce, fields["opaque"], fields["algorithm"], fields["qop"], stale);
        return true;
    }

    /// <summary>The header value.</summary>
    public override string ToString()
    {
        var text = new TextBuilder(stackalloc char[TextBuilder.Room]);
        text.Append("Digest realm=");
        QuotedText.Append(ref text, Realm);
        text.Append(", nonce=");
        QuotedText.Append(ref text, Nonce);
        if (Opaque is not null)
        {
            text.Append(", opaque=");
            QuotedText.Append(ref text, Opaque);
        }

        if (Stale)
        {
            text.Append(", stale=true");
        }

        if (Algorithm is not null)
        {
            text.Append(", algorithm=");
            text.Append(Algorithm);
        }

        if (Qop is not null)
        {
            text.Append(", qop=");
            QuotedText.Append(ref text, Qop);
        }

        return text.ToString();
    }
}
