using System.Text;

namespace Rappel.Sip.Messages;

/// <summary>The quoted-string of RFC 3261 §25.1.</summary>
internal static class QuotedText
{
    public static bool IsQuoted(ReadOnlySpan<char> text) =>
        text.Length >= 2 && text[0] == '"' && SipCharacters.QuotedLength(text) == text.Length;

    /// <summary>The text between the quotes, quoted pairs resolved.</summary>
    /// <param name="quoted">Both quotes included; well-formed.</param>
    public static string Unquote(ReadOnlySpan<char> quoted)
    {
        var inner = quoted[1..^1];
        if (!inner.Contains('\\'))
        {
            return inner.ToString();
        }

        var text = new StringBuilder(inner.Length);
        for (var i = 0; i < inner.Length; i++)
        {
            if (inner[i] == '\\' && i + 1 < inner.Length)
            {
                i++;
            }

            text.Append(inner[i]);
        }

        return text.ToString();
    }

    /// <summary>Writes any text as a quoted-string. Line ends become spaces: no quoting can carry them, and they would start a new header.</summary>
    public static void Append(ref TextBuilder target, ReadOnlySpan<char> text)
    {
        target.Append('"');
        foreach (var c in text)
        {
            if (c is '\r' or '\n')
            {
                target.Append(' ');
                continue;
            }

            // Controls are outside qdtext and may only stand in a quoted-pair.
            if (c is '"' or '\\' or '\x7f' || (c < ' ' && c != '\t'))
            {
                target.Append('\\');
            }

            target.Append(c);
        }

        target.Append('"');
    }

    public static string Quote(string text)
    {
        var target = new TextBuilder(stackalloc char[TextBuilder.Room]);
        Append(ref target, text);
        return target.ToString();
    }
}
