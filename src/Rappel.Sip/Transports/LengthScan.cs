using System.Text;

namespace Rappel.Sip.Transports;

internal enum LengthVerdict
{
    Known,
    Missing,
    Malformed,
}

/// <summary>Finds Content-Length in a head without reading the rest of it, by the same rules as the parser.</summary>
internal static class LengthScan
{
    /// <param name="head">The empty line at its end included.</param>
    /// <param name="length">Bytes of body; may be larger than anything allowed, but does not overflow.</param>
    public static LengthVerdict Read(ReadOnlySpan<byte> head, out long length)
    {
        length = 0;
        var found = false;
        // The first line is the start line.
        var rest = head[(head.IndexOf("\r\n"u8) + 2)..];
        while (!rest.StartsWith("\r\n"u8))
        {
            var field = rest[..FieldLength(rest)];
            rest = rest[(field.Length + 2)..];
            var colon = field.IndexOf((byte)':');
            if (colon < 0 || !IsName(field[..colon].TrimEnd(" \t"u8)))
            {
                continue;
            }

            if (found || !TryReadNumber(field[(colon + 1)..].Trim(" \t\r\n"u8), out length))
            {
                return LengthVerdict.Malformed;
            }

            found = true;
        }

        return found ? LengthVerdict.Known : LengthVerdict.Missing;
    }

    private static bool IsName(ReadOnlySpan<byte> name) =>
        Ascii.EqualsIgnoreCase(name, "Content-Length"u8) || Ascii.EqualsIgnoreCase(name, "l"u8);

    /// <summary>Up to but without the line end that no white space follows.</summary>
    private static int FieldLength(ReadOnlySpan<byte> text)
    {
        var at = 0;
        while (true)
        {
            at += text[at..].IndexOf("\r\n"u8);
            if (text[at + 2] is not ((byte)' ' or (byte)'\t'))
            {
                return at;
            }

            at += 2;
        }
    }

    private static bool TryReadNumber(ReadOnlySpan<byte> digits, out long number)
    {
        number = 0;
        foreach (var b in digits)
        {
            if (!char.IsAsciiDigit((char)b))
            {
                return false;
            }

            number = Math.Min((number * 10) + (b - '0'), int.MaxValue);
        }

        return !digits.IsEmpty;
    }
}
