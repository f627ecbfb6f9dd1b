using System.Diagnostics.CodeAnalysis;

namespace Rappel.Sip.Messages;

/// <summary>via-parm of RFC 3261 §25.1. White space may stand around every slash, colon, semicolon and equals sign.</summary>
internal static class ViaGrammar
{
    public static bool TryParse(ReadOnlySpan<char> text, [NotNullWhen(true)] out Via? via)
    {
        via = null;
        text = SipCharacters.Trim(text);
        if (!TryReadToken(ref text, out var protocol) || !TryReadSlash(ref text)
            || !TryReadToken(ref text, out var version) || !TryReadSlash(ref text)
            || !TryReadToken(ref text, out var transport) || text.IsEmpty || !SipCharacters.IsLws(text[0]))
        {
            return false;
        }

        text = text.TrimStart(SipCharacters.Lws);
        var semicolon = text.IndexOf(';');
        if (!HostGrammar.TryParse((semicolon < 0 ? text : text[..semicolon]).TrimEnd(SipCharacters.Lws), spaced: true, out var host, out var port)
            || !ParameterGrammar.TryParse(semicolon < 0 ? [] : text[semicolon..], out var parameters))
        {
            return false;
        }

        var isOurs = protocol.Equals("SIP", StringComparison.OrdinalIgnoreCase) && version.SequenceEqual("2.0");
        via = new Via(Words.Of(transport).ToUpperInvariant(), host, port, parameters);
        via = isOurs ? via : via with { Protocol = $"{protocol}/{version}" };
        return true;
    }

    public static string Write(Via via)
    {
        var text = new TextBuilder(stackalloc char[TextBuilder.Room]);
        text.Append(via.Protocol);
        text.Append('/');
        text.Append(via.Transport);
        text.Append(' ');
        text.Append(via.Host);
        if (via.Port is { } port)
        {
            text.Append(':');
            text.Append(port);
        }

        ParameterGrammar.Append(ref text, via.Parameters);
        return text.ToString();
    }

    private static bool TryReadToken(ref ReadOnlySpan<char> text, out ReadOnlySpan<char> token)
    {
        var end = text.IndexOfAnyExcept(SipCharacters.Token);
        end = end < 0 ? text.Length : end;
        token = text[..end];
        text = text[end..];
        return end > 0;
    }

    private static bool TryReadSlash(ref ReadOnlySpan<char> text)
    {
        text = text.TrimStart(SipCharacters.Lws);
        if (text.IsEmpty || text[0] != '/')
        {
            return false;
        }

        text = text[1..].TrimStart(SipCharacters.Lws);
        return true;
    }
}
