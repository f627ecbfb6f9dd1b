using System.Buffers;
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

        // No sequence of bytes has more characters than bytes.
        var text = new char[bytes.Length];
        var length = 0;
        while (!bytes.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(bytes, out var rune, out var read);
            // A genuine character of our range would be written as one byte, so it too is taken byte by byte.
            if (status == OperationStatus.Done && rune.Value is < First or > Last)
            {
                length += rune.EncodeToUtf16(text.AsSpan(length));
            }
            else
            {
                foreach (var b in bytes[..read])
                {
                    text[length++] = (char)(Base + b);
                }
            }

            bytes = bytes[read..];
        }

        return new string(text, 0, length);
    }

    /// <summary>Bytes that the text is written with.</summary>
    public static int Length(ReadOnlySpan<char> text)
    {
        if (Ascii.IsValid(text))
        {
            return text.Length;
        }

        var length = 0;
        while (!text.IsEmpty)
        {
            length += Next(ref text, out var rune) ? 1 : rune.Utf8SequenceLength;
        }

        return length;
    }

    public static byte[] Encode(ReadOnlySpan<char> text)
    {
        var bytes = new byte[Length(text)];
        _ = Encode(text, bytes);
        return bytes;
    }

    /// <summary>A lone surrogate, which has no encoding, is written as U+FFFD.</summary>
    /// <param name="target">Room for <see cref="Length"/> bytes.</param>
    /// <returns>Bytes written.</returns>
    public static int Encode(ReadOnlySpan<char> text, Span<byte> target)
    {
        if (Ascii.FromUtf16(text, target, out var written) == OperationStatus.Done)
        {
            return written;
        }

        text = text[written..];
        while (!text.IsEmpty)
        {
            var c = text[0];
            if (Next(ref text, out var rune))
            {
                target[written++] = (byte)c;
            }
            else
            {
                written += rune.EncodeToUtf8(target[written..]);
            }
        }

        return written;
    }

    /// <summary>Takes a character off the text: true for one that stands for one byte, which is then its low half.</summary>
    private static bool Next(ref ReadOnlySpan<char> text, out Rune rune)
    {
        rune = default;
        if (text[0] is < (char)0x80 or (>= (char)First and <= (char)Last))
        {
            text = text[1..];
            return true;
        }

        // On a lone surrogate the rune given is U+FFFD.
        _ = Rune.DecodeFromUtf16(text, out rune, out var length);
        text = text[length..];
        return false;
    }
}
