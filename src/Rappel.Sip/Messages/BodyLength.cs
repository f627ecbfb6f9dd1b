namespace Rappel.Sip.Messages;

/// <summary>Content-Length of a datagram, or of a message already cut from its stream (RFC 3261 §18.3, §20.14).</summary>
internal static class BodyLength
{
    public static Fault? Cut(List<SipHeader> headers, SipLimits limits, ref ReadOnlyMemory<byte> body)
    {
        string? found = null;
        foreach (var header in headers)
        {
            if (!header.Is("Content-Length"))
            {
                continue;
            }

            // Two lengths, even equal ones: what one reader takes for the body is the next message to another.
            if (found is not null)
            {
                return Fault.Bad("Repeated Content-Length");
            }

            found = header.Value;
        }

        var length = (long)body.Length;
        if (found is not null)
        {
            if (!SipCharacters.TryReadNumber(found, long.MaxValue / 16, out length))
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
