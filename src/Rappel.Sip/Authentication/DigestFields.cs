using System.Diagnostics.CodeAnalysis;
using Rappel.Sip.Messages;

namespace Rappel.Sip.Authentication;

/// <summary><c>Digest name=value, name="value"</c>: the shape that challenges and answers share (RFC 3261 §25.1).</summary>
internal sealed class DigestFields
{
    private readonly List<(string Name, string Value)> fields = [];

    /// <summary>Unquoted; null where absent.</summary>
    public string? this[string name]
    {
        get
        {
            foreach (var (n, v) in fields)
            {
                if (n.Equals(name, StringComparison.OrdinalIgnoreCase))
                {
                    return v;
                }
            }

            return null;
        }
    }

    public static bool IsDigest(ReadOnlySpan<char> value) =>
        value.StartsWith("Digest", StringComparison.OrdinalIgnoreCase) && value.Length > 6 && SipCharacters.IsLws(value[6]);

    /// <summary>False for another scheme, and for a field that is malformed or repeated.</summary>
    public static bool TryParse(string value, [NotNullWhen(true)] out DigestFields? read)
    {
        read = null;
        if (!IsDigest(value))
        {
            return false;
        }

        var found = new DigestFields();
        foreach (var field in HeaderList.Split(value.AsSpan(7)))
        {
            var equals = field.IndexOf('=');
            if (equals <= 0 || found.fields.Count == SipLimits.Default.ParameterCount)
            {
                return false;
            }

            var name = field.AsSpan(0, equals).TrimEnd(SipCharacters.Lws);
            var text = field.AsSpan(equals + 1).TrimStart(SipCharacters.Lws);
            var quoted = QuotedText.IsQuoted(text);
            if (!SipCharacters.IsToken(name) || (!quoted && text.ContainsAny(" \t\"")) || found[name.ToString()] is not null)
            {
                return false;
            }

            found.fields.Add((name.ToString(), quoted ? QuotedText.Unquote(text) : text.ToString()));
        }

        read = found;
        return true;
    }
}
