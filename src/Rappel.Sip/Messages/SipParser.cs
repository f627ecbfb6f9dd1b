using System.Diagnostics.CodeAnalysis;

namespace Rappel.Sip.Messages;

/// <summary>Reads messages. Never throws on any bytes.</summary>
public static class SipParser
{
    /// <inheritdoc cref="TryParse(ReadOnlyMemory{byte}, SipLimits, out SipMessage?, out SipParseError?)"/>
    public static bool TryParse(ReadOnlyMemory<byte> bytes, [NotNullWhen(true)] out SipMessage? message, [NotNullWhen(false)] out SipParseError? error) =>
        TryParse(bytes, SipLimits.Default, out message, out error);

    /// <summary>Reads one datagram, or one message cut out of a stream.</summary>
    /// <param name="bytes">The whole message. Beyond Content-Length it is cut (datagram); short of it the message is refused.</param>
    /// <param name="message">Its body is a slice of <paramref name="bytes"/>, which must not change while the message lives.</param>
    public static bool TryParse(
        ReadOnlyMemory<byte> bytes, SipLimits limits, [NotNullWhen(true)] out SipMessage? message, [NotNullWhen(false)] out SipParseError? error)
    {
        message = null;
        bytes = SkipLineEnds(bytes);
        if (bytes.IsEmpty)
        {
            error = new SipParseError(0, "Empty", null);
            return false;
        }

        var end = bytes.Span.IndexOf("\r\n\r\n"u8);
        var headBytes = bytes.Span[..Math.Min(end < 0 ? bytes.Length : end, limits.HeadBytes)];
        var head = MessageHead.Read(WireText.Decode(headBytes), limits);
        var fault = Frame(bytes, end, limits, head, out var body);
        return StatusLine.IsOne(head.StartLine)
            ? TryFinishResponse(head, fault, limits, body, out message, out error)
            : TryFinishRequest(head, fault, limits, body, out message, out error);
    }

    /// <summary>RFC 3261 §7.5: line ends before the start line are ignored.</summary>
    private static ReadOnlyMemory<byte> SkipLineEnds(ReadOnlyMemory<byte> bytes)
    {
        var start = 0;
        while (bytes.Span[start..].StartsWith("\r\n"u8))
        {
            start += 2;
        }

        return bytes[start..];
    }

    private static Fault? Frame(ReadOnlyMemory<byte> bytes, int end, SipLimits limits, MessageHead head, out ReadOnlyMemory<byte> body)
    {
        body = default;
        if (bytes.Length > limits.MessageBytes || end > limits.HeadBytes || (end < 0 && bytes.Length > limits.HeadBytes))
        {
            return new Fault(513, "Message Too Large");
        }

        if (end < 0)
        {
            return Fault.Bad("No end of headers");
        }

        if (head.Fault is not null)
        {
            return head.Fault;
        }

        body = bytes[(end + 4)..];
        return BodyLength.Cut(head.Headers, limits, ref body);
    }

    private static bool TryFinishResponse(
        MessageHead head, Fault? fault, SipLimits limits, ReadOnlyMemory<byte> body, out SipMessage? message, [NotNullWhen(false)] out SipParseError? error)
    {
        message = null;
        error = null;
        if (!StatusLine.TryRead(head.StartLine, out var status, out var reason))
        {
            fault ??= Fault.Bad("Malformed status line");
        }

        fault ??= MessageRules.Check(head.Headers, null, limits);
        if (fault is { } bad)
        {
            error = new SipParseError(0, bad.Reason, null);
            return false;
        }

        message = new SipResponse(status, reason, head.Headers, body);
        return true;
    }

    private static bool TryFinishRequest(
        MessageHead head, Fault? fault, SipLimits limits, ReadOnlyMemory<byte> body, out SipMessage? message, [NotNullWhen(false)] out SipParseError? error)
    {
        message = null;
        error = null;
        // What the request line says comes first: a message of another version is not judged by the rules of this one.
        fault = RequestLine.Read(head.StartLine, limits, out var method, out var uri) ?? fault;
        fault ??= MessageRules.Check(head.Headers, method, limits);
        if (fault is { } bad)
        {
            // An ACK is never answered (RFC 3261 §17), and without a Via no answer finds its way.
            var answerable = method is not null and not "ACK" && head.Headers.Exists(h => h.Is(HeaderName.Via));
            error = answerable
                ? new SipParseError(bad.Status, bad.Reason, new SipRequest(method!, uri, head.Headers, default))
                : new SipParseError(0, bad.Reason, null);
            return false;
        }

        message = new SipRequest(method!, uri, head.Headers, body);
        return true;
    }
}
