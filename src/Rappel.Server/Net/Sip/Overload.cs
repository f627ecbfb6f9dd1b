using System.Globalization;
using Rappel.Sip.Messages;

namespace Rappel.Server.Net.Sip;

/// <summary>A new call that the engine has no room for is answered without it: 503 outside any transaction (RFC 3261 §8.2.7).</summary>
public static class Overload
{
    private static ReadOnlySpan<byte> Invite => "INVITE "u8;

    /// <summary>The answer to an INVITE outside a dialog; null for anything else.</summary>
    public static ReadOnlyMemory<byte>? AnswerTo(ReadOnlyMemory<byte> bytes)
    {
        if (!bytes.Span.StartsWith(Invite) || !SipParser.TryParse(bytes, out var message, out _) || message is not SipRequest request
            || request.To() is not { Tag: null })
        {
            return null;
        }

        List<SipHeader> headers = [];
        foreach (var header in request.Headers)
        {
            switch (header.Name)
            {
                // A stateless tag must be the same for each repetition of the request (RFC 3261 §8.2.7).
                case "To":
                    headers.Add(new SipHeader("To", $"{header.Value};tag=overload"));
                    break;
                case "Via" or "From" or "Call-ID" or "CSeq":
                    headers.Add(header);
                    break;
            }
        }

        headers.Add(new SipHeader("Retry-After", SipNetLimits.RetryAfterSeconds.ToString(CultureInfo.InvariantCulture)));
        return SipWriter.Write(new SipResponse(503, "Service Unavailable", headers, ReadOnlyMemory<byte>.Empty));
    }
}
