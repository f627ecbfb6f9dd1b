using System.Globalization;
using System.Text;

namespace Rappel.Sip.Messages;

/// <summary>Writes messages.</summary>
public static class SipWriter
{
    /// <summary>The message as it goes on the wire, UTF-8, Content-Length last and always right.</summary>
    public static byte[] Write(SipMessage message)
    {
        var text = new StringBuilder(1024);
        switch (message)
        {
            case SipRequest request:
                AppendSafe(text.Append(request.Method).Append(' '), request.Uri.ToString());
                text.Append(" SIP/2.0\r\n");
                break;
            case SipResponse response:
                AppendSafe(text.Append(CultureInfo.InvariantCulture, $"SIP/2.0 {response.Status} "), response.Reason);
                text.Append("\r\n");
                break;
        }

        foreach (var header in message.Headers)
        {
            if (!header.Is("Content-Length"))
            {
                AppendSafe(text, header.Name);
                AppendSafe(text.Append(": "), header.Value);
                text.Append("\r\n");
            }
        }

        text.Append(CultureInfo.InvariantCulture, $"Content-Length: {message.Body.Length}\r\n\r\n");
        return Join(text.ToString(), message.Body.Span);
    }

    private static byte[] Join(string head, ReadOnlySpan<byte> body)
    {
        var encoded = WireText.Encode(head);
        if (body.IsEmpty)
        {
            return encoded;
        }

        var bytes = new byte[encoded.Length + body.Length];
        encoded.CopyTo(bytes, 0);
        body.CopyTo(bytes.AsSpan(encoded.Length));
        return bytes;
    }

    /// <summary>A line end in a value given by a caller or a script would start a header of its own; it goes out as a space.</summary>
    private static void AppendSafe(StringBuilder text, string value)
    {
        if (!value.AsSpan().ContainsAny('\r', '\n'))
        {
            text.Append(value);
            return;
        }

        text.Append(value.Replace('\r', ' ').Replace('\n', ' '));
    }
}
