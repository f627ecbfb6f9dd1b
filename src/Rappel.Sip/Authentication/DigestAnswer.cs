using System.Diagnostics.CodeAnalysis;
using Rappel.Sip.Messages;

namespace Rappel.Sip.Authentication;

/// <summary>One Authorization or Proxy-Authorization value of the Digest scheme (RFC 7616 §3.4).</summary>
/// <param name="Response">Hex digits.</param>
/// <param name="Qop"><c>auth</c>; null for a peer of RFC 2069, which has no client nonce and no count either.</param>
/// <param name="NonceCount">Eight hex digits, as written: they are hashed.</param>
public sealed record DigestAnswer(
    string UserName, string Realm, string Nonce, string Uri, string Response, string? Algorithm, string? Opaque, string? Qop, string? ClientNonce,
    string? NonceCount)
{
    /// <summary>False where a field that every answer must have is missing, or one that qop asks for.</summary>
    public static bool TryParse(string value, [NotNullWhen(true)] out DigestAnswer? answer)
    {
        answer = null;
        if (!DigestFields.TryParse(value, out var fields)
            || fields["username"] is not { } user || fields["realm"] is not { } realm || fields["nonce"] is not { } nonce
            || fields["uri"] is not { } uri || fields["response"] is not { } response)
        {
            return false;
        }

        var read = new DigestAnswer(
            user, realm, nonce, uri, response, fields["algorithm"], fields["opaque"], fields["qop"], fields["cnonce"], fields["nc"]);
        if (read.Qop is not null && (read.ClientNonce is null || read.NonceCount is not { Length: 8 } || !read.NonceCount.All(char.IsAsciiHexDigit)))
        {
            return false;
        }

        answer = read;
        return true;
    }

    /// <summary>The header value. Qop, algorithm and count are tokens, the rest is quoted (RFC 3261 §25.1).</summary>
    public override string ToString()
    {
        var text = new TextBuilder(stackalloc char[TextBuilder.Room]);
        text.Append("Digest username=");
        QuotedText.Append(ref text, UserName);
        text.Append(", realm=");
        QuotedText.Append(ref text, Realm);
        text.Append(", nonce=");
        QuotedText.Append(ref text, Nonce);
        text.Append(", uri=");
        QuotedText.Append(ref text, Uri);
        text.Append(", response=");
        QuotedText.Append(ref text, Response);
        if (Algorithm is not null)
        {
            text.Append(", algorithm=");
            text.Append(Algorithm);
        }

        if (ClientNonce is not null)
        {
            text.Append(", cnonce=");
            QuotedText.Append(ref text, ClientNonce);
        }

        if (Opaque is not null)
        {
            text.Append(", opaque=");
            QuotedText.Append(ref text, Opaque);
        }

        if (Qop is not null)
        {
            text.Append(", qop=");
            text.Append(Qop);
            text.Append(", nc=");
            text.Append(NonceCount);
        }

        return text.ToString();
    }
}
