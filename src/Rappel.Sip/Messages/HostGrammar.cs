using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace Rappel.Sip.Messages;

/// <summary>host [":" port] (RFC 3261 §25.1): a name, an IPv4 address, or an IPv6 reference in brackets.</summary>
internal static class HostGrammar
{
    /// <param name="spaced">True in Via, where white space may stand around the colon.</param>
    public static bool TryParse(ReadOnlySpan<char> text, bool spaced, [NotNullWhen(true)] out string? host, out int? port)
    {
        host = null;
        port = null;
        var end = text.StartsWith("[") ? text.IndexOf(']') + 1 : text.IndexOf(':');
        var name = end < 0 ? text : text[..end];
        var rest = end < 0 ? [] : text[end..];
        if (spaced)
        {
            name = name.TrimEnd(SipCharacters.Lws);
            rest = SipCharacters.Trim(rest);
        }

        if (!IsHost(name))
        {
            return false;
        }

        if (!rest.IsEmpty)
        {
            var digits = spaced ? rest[1..].TrimStart(SipCharacters.Lws) : rest[1..];
            if (rest[0] != ':' || !SipCharacters.TryReadNumber(digits, 65535, out var number))
            {
                return false;
            }

            port = (int)number;
        }

        host = name.ToString();
        return true;
    }

    public static bool IsHost(ReadOnlySpan<char> host)
    {
        if (host.IsEmpty)
        {
            return false;
        }

        if (host[0] == '[')
        {
            return host[^1] == ']' && IsIpv6(host[1..^1]);
        }

        return !host.ContainsAnyExcept(SipCharacters.HostName) && (LastLabelIsNumber(host) ? IsIpv4(host) : LabelsAreSound(host));
    }

    /// <summary>Case and, for IPv6, the way of writing do not matter.</summary>
    public static bool SameHost(string one, string other)
    {
        if (one.Equals(other, StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        return one.StartsWith('[') && other.StartsWith('[')
            && IPAddress.TryParse(one.AsSpan(1, one.Length - 2), out var a)
            && IPAddress.TryParse(other.AsSpan(1, other.Length - 2), out var b)
            && a.Equals(b);
    }

    private static bool IsIpv6(ReadOnlySpan<char> text) =>
        text.Contains(':') && !text.ContainsAnyExcept(SipCharacters.Ipv6) && IPAddress.TryParse(text, out _);

    // The platform's own reader also takes 1.2 and 0x10, which are no addresses here.
    private static bool IsIpv4(ReadOnlySpan<char> text)
    {
        var parts = 0;
        foreach (var part in text.Split('.'))
        {
            parts++;
            if (text[part].Length > 3 || !SipCharacters.TryReadNumber(text[part], 255, out _))
            {
                return false;
            }
        }

        return parts == 4;
    }

    private static bool LastLabelIsNumber(ReadOnlySpan<char> host) =>
        !host[(host.LastIndexOf('.') + 1)..].ContainsAnyExcept(SipCharacters.Digits) && host[^1] != '.';

    private static bool LabelsAreSound(ReadOnlySpan<char> host)
    {
        host = host[^1] == '.' ? host[..^1] : host;
        foreach (var range in host.Split('.'))
        {
            var label = host[range];
            if (label.IsEmpty || label[0] == '-' || label[^1] == '-')
            {
                return false;
            }
        }

        return true;
    }
}
