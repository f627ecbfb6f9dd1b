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

    /// <summary>False where there is a body that we must but cannot understand: 415 (RFC 3261 §8.2.3).</summary>
    public static bool IsUnderstood(SipMessage message) =>
        message.Body.IsEmpty
        || IsOptional(message)
        || (IsSdp(message) && (message["Content-Encoding"] is null or "" || message["Content-Encoding"]!.Equals("identity", StringComparison.OrdinalIgnoreCase)));

    public static IEnumerable<SipHeader> Typed(ReadOnlyMemory<byte> body, string type) => body.IsEmpty ? [] : [new("Content-Type", type)];

    /// <summary>A body without a type is taken for SDP: in a call nothing else is likely.</summary>
    private static bool IsSdp(SipMessage message) =>
        message["Content-Type"] is not { } type || type.Split(';')[0].Trim().Equals(UserAgentCore.Sdp, StringComparison.OrdinalIgnoreCase);

    private static bool IsOptional(SipMessage message) =>
        message["Content-Disposition"] is { } disposition && disposition.Replace(" ", "", StringComparison.Ordinal).Contains("handling=optional", StringComparison.OrdinalIgnoreCase);
}
