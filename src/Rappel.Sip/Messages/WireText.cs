using System.Text;

namespace Rappel.Sip.Messages;

/// <summary>
/// UTF-8 both ways without loss on any bytes. Headers are to be UTF-8 (RFC 3261 §7), but peers send Latin-1 names and broken sequences, and Via,
/// From, To and Call-ID must go back exactly as they came. So a byte that is no UTF-8 becomes a private-use character U+EF80-U+EFFF, which is
/// sound Unicode for screens and stores, and becomes that byte again when written.
/// </summary>
internal static class WireText
{
    private const int Base = 0xEF00;
    private const int First = 0xEF80;
    private const int Last = 0xEFFF;

    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (Ascii.IsValid(bytes))
        {
            return Encoding.ASCII.GetString(bytes);
        }

        var text = new StringBuilder(bytes.Length);
        while (!bytes.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(bytes, out var rune, out var length);
            // A genuine character of our range would be written as one byte, so it too is taken byte by byte.
            if (status == System.Buffers.OperationStatus.Done && rune.Value is < First or > Last)
            {
                AppendRune(text, rune);
            }
            else
            {
                foreach (var b in bytes[..length])
                {
                    text.Append((char)(Base + b));
                }
            }

            bytes = bytes[length..];
        }

        return text.ToString();
    }

    public static byte[] Encode(ReadOnlySpan<char> text)
    {
        var bytes = new byte[Encoding.UTF8.GetMaxByteCount(text.Length)];
        return bytes[..Encode(text, bytes)];
    }

    /// <summary>A lone surrogate, which has no encoding, is written as U+FFFD.</summary>
    /// <param name="target">Room for three bytes a character.</param>
    /// <returns>Bytes written.</returns>
    public static int Encode(ReadOnlySpan<char> text, Span<byte> target)
    {
        var written = 0;
        while (!text.IsEmpty)
        {
            var c = text[0];
            if (c < 0x80 || c is >= (char)First and <= (char)Last)
            {
                target[written++] = (byte)c;
                text = text[1..];
                continue;
            }

            // On a lone surrogate the rune given is U+FFFD.
            _ = Rune.DecodeFromUtf16(text, out var rune, out var length);
            written += rune.EncodeToUtf8(target[written..]);
            text = text[length..];
        }

        return written;
    }

    private static void AppendRune(StringBuilder text, Rune rune)
    {
        Span<char> pair = stackalloc char[2];
        text.Append(pair[..rune.EncodeToUtf16(pair)]);
    }
}
