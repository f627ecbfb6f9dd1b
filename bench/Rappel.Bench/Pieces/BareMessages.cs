using System.Text;

namespace Rappel.Bench.Pieces;

/// <summary>What the peers of <see cref="BareCentre"/> say: text with the numbers of this call put in, so that they cost next to nothing themselves.</summary>
internal static class BareMessages
{
    private static readonly string Sdp = Encoding.ASCII.GetString(SampleMessages.Body);

    public static byte[] Invite(string callId, string number) => Bytes(
        $"INVITE sip:{number}@{BareCentre.Address}:5060;user=phone SIP/2.0\r\n{Head(callId, number, "INVITE", "")}"
        + "Contact: <sip:+15145550177@192.0.2.10:5060;transport=udp>\r\nP-Asserted-Identity: <sip:+15145550177@192.0.2.10;user=phone>\r\n"
        + "Allow: INVITE, ACK, CANCEL, BYE, OPTIONS, UPDATE, INFO\r\nSupported: timer, replaces\r\nUser-Agent: Carrier SBC 9.2\r\n"
        + $"Content-Type: application/sdp\r\nContent-Length: {Sdp.Length}\r\n\r\n{Sdp}");

    /// <summary>ACK or BYE within the dialog that <paramref name="answer"/> made.</summary>
    public static byte[] InDialog(string method, string callId, string number, string answer) => Bytes(
        $"{method} sip:{BareCentre.Address}:5060 SIP/2.0\r\n{Head(callId, number, method, TagOf(answer))}Content-Length: 0\r\n\r\n");

    /// <summary>200 to a request, with a description where it was an INVITE.</summary>
    public static byte[] Ok(string request, string tag)
    {
        var text = new StringBuilder("SIP/2.0 200 OK\r\n");
        foreach (var name in (ReadOnlySpan<string>)["Via", "From", "To", "Call-ID", "CSeq"])
        {
            var line = LineOf(request, name);
            text.Append(line).Append(name == "To" && !line.Contains(";tag=", StringComparison.Ordinal) ? $";tag={tag}" : "").Append("\r\n");
        }

        return Bytes(request.StartsWith("INVITE", StringComparison.Ordinal)
            ? $"{text}Contact: <sip:1001@203.0.113.7:5062;transport=udp>\r\nContent-Type: application/sdp\r\nContent-Length: {Sdp.Length}\r\n\r\n{Sdp}"
            : $"{text}Content-Length: 0\r\n\r\n");
    }

    public static string CallIdOf(string message) => LineOf(message, "Call-ID")["Call-ID: ".Length..];

    private static string Head(string callId, string number, string method, string tag) =>
        $"Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bK-{callId}-{method};rport\r\nMax-Forwards: 69\r\n"
        + $"From: \"Zoe Tremblay\" <sip:+15145550177@192.0.2.10;user=phone>;tag=f{callId}\r\nTo: <sip:{number}@{BareCentre.Address};user=phone>{tag}\r\n"
        + $"Call-ID: {callId}\r\nCSeq: {(method == "BYE" ? 22 : 21)} {method}\r\n";

    private static string TagOf(string answer)
    {
        var to = LineOf(answer, "To");
        return to[to.IndexOf(";tag=", StringComparison.Ordinal)..];
    }

    private static string LineOf(string message, string name)
    {
        var start = message.IndexOf($"\r\n{name}: ", StringComparison.Ordinal) + 2;
        return message[start..message.IndexOf("\r\n", start, StringComparison.Ordinal)];
    }

    private static byte[] Bytes(string text) => Encoding.ASCII.GetBytes(text);
}
