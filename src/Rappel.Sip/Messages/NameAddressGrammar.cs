using System.Diagnostics.CodeAnalysis;

namespace Rappel.Sip.Messages;

/// <summary><c>( name-addr / addr-spec ) *( SEMI generic-param )</c> (RFC 3261 §25.1).</summary>
internal static class NameAddressGrammar
{
    public static bool TryParse(ReadOnlySpan<char> text, [NotNullWhen(true)] out NameAddress? address)
    {
        address = null;
        text = SipCharacters.Trim(text);
        if (text.IsEmpty)
        {
            return false;
        }

        if (text[0] == '"')
        {
            var length = SipCharacters.QuotedLength(text);
            return length > 0 && TryReadBracketed(QuotedText.Unquote(text[..length]), text[length..].TrimStart(SipCharacters.Lws), out address);
        }

        // A display name of tokens has none of these, so the first one met tells the two forms apart.
        var mark = text.IndexOfAny("<:;\"");
        if (mark < 0 || text[mark] != '<')
        {
            return TryReadBare(text, out address);
        }

        var name = text[..mark].TrimEnd(SipCharacters.Lws);
        return IsDisplayName(name) && TryReadBracketed(name.IsEmpty ? null : name.ToString(), text[mark..], out address);
    }

    public static string Write(NameAddress address)
    {
        var text = new TextBuilder(stackalloc char[TextBuilder.Room]);
        if (address.DisplayName is not null)
        {
            QuotedText.Append(ref text, address.DisplayName);
            text.Append(' ');
        }

        text.Append('<');
        SipUriGrammar.Append(ref text, address.Uri);
        text.Append('>');
        ParameterGrammar.Append(ref text, address.Parameters);
        return text.ToString();
    }

    private static bool TryReadBracketed(string? name, ReadOnlySpan<char> text, [NotNullWhen(true)] out NameAddress? address)
    {
        address = null;
        var close = text.IndexOf('>');
        if (close < 0 || text[0] != '<' || !SipUri.TryParse(text[1..close], out var uri) || !ParameterGrammar.TryParse(text[(close + 1)..], out var parameters))
        {
            return false;
        }

        address = new NameAddress(name, uri, parameters);
        return true;
    }

    /// <summary>Without brackets what follows the semicolon belongs to the header, and a URI with a comma or question mark is refused (RFC 3261 §20.10).</summary>
    private static bool TryReadBare(ReadOnlySpan<char> text, [NotNullWhen(true)] out NameAddress? address)
    {
        address = null;
        var semicolon = text.IndexOf(';');
        var bare = (semicolon < 0 ? text : text[..semicolon]).TrimEnd(SipCharacters.Lws);
        if (bare.ContainsAny('?', ',') || !SipUri.TryParse(bare, out var uri)
            || !ParameterGrammar.TryParse(semicolon < 0 ? [] : text[semicolon..], out var parameters))
        {
            return false;
        }

        address = new NameAddress(null, uri, parameters);
        return true;
    }

    /// <summary>Tokens and spaces. Characters beyond ASCII ought to be quoted; many peers do not, and there is nothing to mistake.</summary>
    private static bool IsDisplayName(ReadOnlySpan<char> name)
    {
        foreach (var c in name)
        {
            if (c < 0x80 && !SipCharacters.IsLws(c) && !SipCharacters.Token.Contains(c))
            {
                return false;
            }
        }

        return true;
    }
}
