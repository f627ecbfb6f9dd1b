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

    public static IEnumerable<SipHeader> Typed(ReadOnlyMemory<byte> body, string type) => body.IsEmpty ? [] : [new("Content-Type", type)];

    /// <summary>A body without a type is taken for SDP: in a call nothing else is likely.</summary>
    private static bool IsSdp(SipMessage message) =>
        message["Content-Type"] is not { } type || type.Split(';')[0].Trim().Equals(UserAgentCore.Sdp, StringComparison.OrdinalIgnoreCase);
}
