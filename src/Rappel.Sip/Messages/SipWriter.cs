using System.Buffers.Text;

namespace Rappel.Sip.Messages;

/// <summary>Writes messages.</summary>
public static class SipWriter
{
    /// <summary>Digits of the longest body's length.</summary>
    private const int LengthDigits = 10;

    /// <summary>The message as it goes on the wire, UTF-8, Content-Length last and always right.</summary>
    public static byte[] Write(SipMessage message)
    {
        var line = new TextBuilder(stackalloc char[TextBuilder.Room]);
        AppendStartLine(ref line, message);
        Span<byte> digits = stackalloc byte[LengthDigits];
        _ = Utf8Formatter.TryFormat(message.Body.Length, digits, out var count);
        digits = digits[..count];

        var length = WireText.Length(line.Text) + "\r\nContent-Length: \r\n\r\n"u8.Length + digits.Length + message.Body.Length;
        foreach (var header in message.Headers)
        {
            length += header.Is(HeaderName.ContentLength) ? 0 : WireText.Length(header.Name) + WireText.Length(header.Span) + ": \r\n"u8.Length;
        }

        var bytes = new byte[length];
        var target = bytes.AsSpan();
        PutSafe(ref target, line.Text);
        Put(ref target, "\r\n"u8);
        foreach (var header in message.Headers)
        {
            if (!header.Is(HeaderName.ContentLength))
            {
                PutSafe(ref target, header.Name);
                Put(ref target, ": "u8);
                PutSafe(ref target, header.Span);
                Put(ref target, "\r\n"u8);
            }
        }

        Put(ref target, "Content-Length: "u8);
        Put(ref target, digits);
        Put(ref target, "\r\n\r\n"u8);
        message.Body.Span.CopyTo(target);
        return bytes;
    }

    private static void AppendStartLine(ref TextBuilder line, SipMessage message)
    {
        switch (message)
        {
            case SipRequest request:
                line.Append(request.Method);
                line.Append(' ');
                SipUriGrammar.Append(ref line, request.Uri);
                line.Append(" SIP/2.0");
                break;
            case SipResponse response:
                line.Append("SIP/2.0 ");
                line.Append(response.Status);
                line.Append(' ');
                line.Append(response.Reason);
                break;
        }
    }

    private static void Put(ref Span<byte> target, scoped ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(target);
        target = target[bytes.Length..];
    }

    /// <summary>A line end in a value given by a caller or a script would start a header of its own; it goes out as a space.</summary>
    private static void PutSafe(ref Span<byte> target, scoped ReadOnlySpan<char> text)
    {
        var written = target[..WireText.Encode(text, target)];
        written.Replace((byte)'\r', (byte)' ');
        written.Replace((byte)'\n', (byte)' ');
        target = target[written.Length..];
    }
}
