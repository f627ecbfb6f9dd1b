using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace Rappel.Sip.Messages;

/// <summary>SIP-URI, SIPS-URI and absoluteURI of RFC 3261 §25.1, and the tel URI of RFC 3966.</summary>
internal static class SipUriGrammar
{
    public static bool TryParse(ReadOnlySpan<char> text, [NotNullWhen(true)] out SipUri? uri)
    {
        uri = null;
        var colon = text.IndexOf(':');
        if (colon <= 0 || !char.IsAsciiLetter(text[0]) || text[..colon].ContainsAnyExcept(SipCharacters.Scheme))
        {
            return false;
        }

        var scheme = Words.Of(text[..colon]).ToLowerInvariant();
        var rest = text[(colon + 1)..];
        uri = scheme switch
        {
            "sip" or "sips" => ReadSip(scheme, rest),
            "tel" => ReadTel(rest),
            _ => ReadOpaque(scheme, rest),
        };
        return uri is not null;
    }

    public static string Write(SipUri uri)
    {
        var text = new TextBuilder(stackalloc char[TextBuilder.Room]);
        Append(ref text, uri);
        return text.ToString();
    }

    public static void Append(ref TextBuilder text, SipUri uri)
    {
        text.Append(uri.Scheme);
        text.Append(':');
        if (uri.Opaque is not null)
        {
            text.Append(uri.Opaque);
            return;
        }

        if (uri.Scheme == "tel")
        {
            text.Append(uri.User);
        }
        else
        {
            AppendAuthority(ref text, uri);
        }

        AppendParameters(ref text, uri.Parameters);
        var separator = '?';
        foreach (var (name, value) in uri.Headers)
        {
            text.Append(separator);
            UriEscapes.Append(ref text, name, SipCharacters.UriHeader);
            text.Append('=');
            UriEscapes.Append(ref text, value, SipCharacters.UriHeader);
            separator = '&';
        }
    }

    private static void AppendAuthority(ref TextBuilder text, SipUri uri)
    {
        if (uri.User is not null)
        {
            UriEscapes.Append(ref text, uri.User, SipCharacters.UserWritten);
            if (uri.Password is not null)
            {
                text.Append(':');
                UriEscapes.Append(ref text, uri.Password, SipCharacters.Password);
            }

            text.Append('@');
        }

        text.Append(uri.Host);
        if (uri.Port is { } port)
        {
            text.Append(':');
            text.Append(port);
        }
    }

    private static void AppendParameters(ref TextBuilder text, ImmutableArray<(string Name, string? Value)> parameters)
    {
        foreach (var (name, value) in parameters)
        {
            text.Append(';');
            UriEscapes.Append(ref text, name, SipCharacters.UriParameter);
            if (value is not null)
            {
                text.Append('=');
                UriEscapes.Append(ref text, value, SipCharacters.UriParameter);
            }
        }
    }

    private static SipUri? ReadSip(string scheme, ReadOnlySpan<char> rest)
    {
        string? user = null;
        string? password = null;
        // No part behind the user may hold a raw @, so the first one ends it, whatever the user part holds.
        var at = rest.IndexOf('@');
        if (at >= 0 && !TryReadUser(rest[..at], out user, out password))
        {
            return null;
        }

        rest = rest[(at + 1)..];
        var question = rest.IndexOf('?');
        var query = question < 0 ? [] : rest[(question + 1)..];
        rest = question < 0 ? rest : rest[..question];
        var semicolon = rest.IndexOf(';');
        if (!HostGrammar.TryParse(semicolon < 0 ? rest : rest[..semicolon], spaced: false, out var host, out var port)
            || !TryReadParameters(semicolon < 0 ? [] : rest[semicolon..], out var parameters)
            || !TryReadHeaders(query, question >= 0, out var headers))
        {
            return null;
        }

        return new SipUri(scheme, user, password, host, port, parameters, headers, null);
    }

    private static bool TryReadUser(ReadOnlySpan<char> text, out string? user, out string? password)
    {
        password = null;
        var colon = text.IndexOf(':');
        var name = colon < 0 ? text : text[..colon];
        user = null;
        return !name.IsEmpty
            && UriEscapes.TryDecode(name, SipCharacters.User, out user)
            && (colon < 0 || UriEscapes.TryDecode(text[(colon + 1)..], SipCharacters.Password, out password));
    }

    private static SipUri? ReadTel(ReadOnlySpan<char> rest)
    {
        var semicolon = rest.IndexOf(';');
        var number = semicolon < 0 ? rest : rest[..semicolon];
        if (number.IsEmpty || number.ContainsAnyExcept(SipCharacters.TelephoneNumber)
            || !TryReadParameters(semicolon < 0 ? [] : rest[semicolon..], out var parameters))
        {
            return null;
        }

        return new SipUri("tel", number.ToString(), null, "", null, parameters, [], null);
    }

    private static SipUri? ReadOpaque(string scheme, ReadOnlySpan<char> rest)
    {
        foreach (var c in rest)
        {
            if (c is <= ' ' or '<' or '>' or '"' or >= '\x7f')
            {
                return null;
            }
        }

        return rest.IsEmpty ? null : new SipUri(scheme, null, null, "", null, [], [], rest.ToString());
    }

    private static bool TryReadParameters(ReadOnlySpan<char> text, out ImmutableArray<(string Name, string? Value)> parameters)
    {
        parameters = [];
        if (text.IsEmpty)
        {
            return true;
        }

        text = text[1..];
        var found = ParameterGrammar.RoomFor(text.Count(';') + 1);
        var count = 0;
        foreach (var range in text.Split(';'))
        {
            var one = text[range];
            var equals = one.IndexOf('=');
            string? value = null;
            if (!UriEscapes.TryDecode(equals < 0 ? one : one[..equals], SipCharacters.UriParameter, out var name)
                || (equals >= 0 && !UriEscapes.TryDecode(one[(equals + 1)..], SipCharacters.UriParameter, out value))
                || name.Length == 0 || count == found.Length || ParameterGrammar.Contains(found.AsSpan(0, count), name))
            {
                return false;
            }

            found[count++] = (name, value);
        }

        parameters = ImmutableCollectionsMarshal.AsImmutableArray(found);
        return true;
    }

    private static bool TryReadHeaders(ReadOnlySpan<char> text, bool present, out ImmutableArray<(string Name, string Value)> headers)
    {
        headers = [];
        if (!present)
        {
            return true;
        }

        var found = ImmutableArray.CreateBuilder<(string Name, string Value)>();
        foreach (var range in text.Split('&'))
        {
            var one = text[range];
            var equals = one.IndexOf('=');
            if (equals <= 0 || found.Count == SipLimits.Default.ParameterCount
                || !UriEscapes.TryDecode(one[..equals], SipCharacters.UriHeader, out var name)
                || !UriEscapes.TryDecode(one[(equals + 1)..], SipCharacters.UriHeader, out var value))
            {
                return false;
            }

            found.Add((name, value));
        }

        headers = found.DrainToImmutable();
        return true;
    }
}
