namespace Rappel.Sip.Messages;

/// <summary>Content-Length of a datagram, or of a message already cut from its stream (RFC 3261 §18.3, §20.14).</summary>
internal static class BodyLength
{
    public static Fault? Cut(List<SipHeader> headers, SipLimits limits, ref ReadOnlyMemory<byte> body)
    {
        var at = -1;
        for (var i = 0; i < headers.Count; i++)
        {
            if (!headers[i].Is(HeaderName.ContentLength))
            {
                continue;
            }

            // Two lengths, even equal ones: what one reader takes for the body is the next message to another.
            if (at >= 0)
            {
                return Fault.Bad("Repeated Content-Length");
            }

            at = i;
        }

        var length = (long)body.Length;
        if (at >= 0)
        {
            if (!SipCharacters.TryReadNumber(headers[at].Span, long.MaxValue / 16, out length))
            {
                return Fault.Bad("Malformed Content-Length");
            }

            if (length > body.Length)
            {
                return length > limits.BodyBytes ? new Fault(413, "Request Entity Too Large") : Fault.Bad("Body shorter than Content-Length");
            }
        }

        if (length > limits.BodyBytes)
        {
            return new Fault(413, "Request Entity Too Large");
        }

        body = body[..(int)length];
        return null;
    }
}
