using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Rappel.Sip.Messages;

/// <summary>The <c>%xx</c> escapes of URI parts (RFC 3261 §19.1.2). Decoded once, never twice.</summary>
internal static class UriEscapes
{
    /// <summary>False where a character is neither allowed nor escaped, or an escape is cut.</summary>
    public static bool TryDecode(ReadOnlySpan<char> text, SearchValues<char> allowed, [NotNullWhen(true)] out string? decoded)
    {
        decoded = null;
        if (!text.ContainsAnyExcept(allowed))
        {
            decoded = Words.Of(text);
            return true;
        }

        var bytes = new byte[text.Length];
        var count = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '%')
            {
                if (!allowed.Contains(text[i]))
                {
                    return false;
                }

                bytes[count++] = (byte)text[i];
                continue;
            }

            if (i + 2 >= text.Length || !char.IsAsciiHexDigit(text[i + 1]) || !char.IsAsciiHexDigit(text[i + 2]))
            {
                return false;
            }

            bytes[count++] = byte.Parse(text.Slice(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            i += 2;
        }

        decoded = WireText.Decode(bytes.AsSpan(0, count));
        return true;
    }

    public static void Append(ref TextBuilder target, string text, SearchValues<char> allowed)
    {
        if (!text.AsSpan().ContainsAnyExcept(allowed))
        {
            target.Append(text);
            return;
        }

        foreach (var b in WireText.Encode(text))
        {
            if (b < 0x80 && allowed.Contains((char)b))
            {
                target.Append((char)b);
            }
            else
            {
                Span<char> escape = ['%', '0', '0'];
                _ = b.TryFormat(escape[1..], out _, "X2", CultureInfo.InvariantCulture);
                target.Append(escape);
            }
        }
    }
}
