using Rappel.Sip.Messages;

namespace Rappel.Sip.UserAgents;

/// <summary>What of a message body concerns a session.</summary>
internal static class Body
{
    /// <summary>The SDP of a message; null where it has none.</summary>
    public static ReadOnlyMemory<byte>? SdpOf(SipMessage message)
    {
        // Not a conditional expression: its null would become an empty body.
        if (message.Body.IsEmpty || !IsSdp(message))
        {
            return null;
        }

        return message.Body;
    }

    public static SipHeader[] Typed(ReadOnlyMemory<byte> body, string type) => body.IsEmpty ? [] : [new(HeaderName.ContentType, type)];

    /// <summary>A body without a type is taken for SDP: in a call nothing else is likely.</summary>
    private static bool IsSdp(SipMessage message) =>
        message.IndexOf(HeaderName.ContentType) is var at && (at < 0 || IsSdp(message.Headers[at].Span));

    private static bool IsSdp(ReadOnlySpan<char> type)
    {
        var semicolon = type.IndexOf(';');
        return (semicolon < 0 ? type : type[..semicolon]).Trim().Equals(UserAgentCore.Sdp, StringComparison.OrdinalIgnoreCase);
    }
}
