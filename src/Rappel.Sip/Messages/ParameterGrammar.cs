using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Rappel.Sip.Messages;

/// <summary><c>*( SEMI generic-param )</c> of header values (RFC 3261 §25.1).</summary>
internal static class ParameterGrammar
{
    /// <summary>Reads what follows an address or a sent-by, to its end. False for an empty or repeated parameter (RFC 3261 §7.3.1).</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out ImmutableArray<(string Name, string? Value)> parameters)
    {
        parameters = [];
        text = SipCharacters.Trim(text);
        if (text.IsEmpty)
        {
            return true;
        }

        // A semicolon may also stand within quotes, so there may be fewer.
        var found = RoomFor(text.Count(';'));
        var count = 0;
        while (!text.IsEmpty)
        {
            if (text[0] != ';' || !TryReadOne(text[1..], out var name, out var value, out text) || count == found.Length
                || Contains(found.AsSpan(0, count), name))
            {
                return false;
            }

            found[count++] = (name, value);
        }

        parameters = ImmutableCollectionsMarshal.AsImmutableArray(count == found.Length ? found : found[..count]);
        return true;
    }

    /// <summary>Room for so many parameters, or for the most that are taken.</summary>
    public static (string Name, string? Value)[] RoomFor(int count) => new (string, string?)[Math.Min(count, SipLimits.Default.ParameterCount)];

    public static void Append(ref TextBuilder target, ImmutableArray<(string Name, string? Value)> parameters)
    {
        foreach (var (name, value) in parameters)
        {
            target.Append(';');
            target.Append(name);
            if (value is null)
            {
                continue;
            }

            target.Append('=');
            if (QuotedText.IsQuoted(value) || (value.Length > 0 && !value.AsSpan().ContainsAnyExcept(SipCharacters.ParameterValue)))
            {
                target.Append(value);
            }
            else
            {
                QuotedText.Append(ref target, value);
            }
        }
    }

    /// <summary>Of a header: unquoted. Empty for a name without value; null where absent.</summary>
    public static string? Find(ImmutableArray<(string Name, string? Value)> parameters, string name)
    {
        var value = FindAsIs(parameters, name);
        return value is not null && QuotedText.IsQuoted(value) ? QuotedText.Unquote(value) : value;
    }

    /// <summary>Of a URI, which knows no quoting: a quotation mark there is a character like another.</summary>
    public static string? FindAsIs(ImmutableArray<(string Name, string? Value)> parameters, string name)
    {
        foreach (var (n, v) in parameters)
        {
            if (n.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return v ?? "";
            }
        }

        return null;
    }

    /// <summary>Linear, but lists are short by limit.</summary>
    public static bool Contains(ReadOnlySpan<(string Name, string? Value)> found, string name)
    {
        foreach (var (n, _) in found)
        {
            if (n.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool TryReadOne(ReadOnlySpan<char> text, out string name, out string? value, out ReadOnlySpan<char> rest)
    {
        text = text.TrimStart(SipCharacters.Lws);
        var end = text.IndexOfAnyExcept(SipCharacters.Token);
        end = end < 0 ? text.Length : end;
        name = Words.Of(text[..end]);
        value = null;
        rest = text[end..].TrimStart(SipCharacters.Lws);
        if (end == 0 || rest.IsEmpty || rest[0] != '=')
        {
            return end > 0;
        }

        rest = rest[1..].TrimStart(SipCharacters.Lws);
        var length = rest is ['"', ..] ? SipCharacters.QuotedLength(rest) : rest.IndexOfAnyExcept(SipCharacters.ParameterValue);
        if (length < 0 && rest is not ['"', ..])
        {
            length = rest.Length;
        }

        if (length <= 0)
        {
            return false;
        }

        value = Words.Of(rest[..length]);
        rest = rest[length..].TrimStart(SipCharacters.Lws);
        return true;
    }
}
