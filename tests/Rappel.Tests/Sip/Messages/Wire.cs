using System.Text;
using Rappel.Sip.Messages;

namespace Rappel.Tests.Sip.Messages;

/// <summary>Messages from readable text: line ends become CRLF.</summary>
internal static class Wire
{
    public const string Options = """
        OPTIONS sip:1001@pbx.example SIP/2.0
        Via: SIP/2.0/UDP 192.0.2.7:5062;branch=z9hG4bKa1;rport
        Max-Forwards: 70
        From: <sip:alice@pbx.example>;tag=a
        To: <sip:1001@pbx.example>
        Call-ID: one@192.0.2.7
        CSeq: 1 OPTIONS

        """;

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n"));

    /// <summary>The plain OPTIONS with this header row put in front of the others.</summary>
    public static string With(string row) => Options.Replace("Max-Forwards: 70", row + "\nMax-Forwards: 70");

    public static SipMessage Parse(byte[] bytes)
    {
        Assert.True(SipParser.TryParse(bytes, out var message, out var error), error?.Reason);
        return message;
    }

    public static SipMessage Parse(string text) => Parse(Bytes(text + "\n"));

    public static SipRequest Request(string text) => Assert.IsType<SipRequest>(Parse(text));

    public static SipParseError Refused(string text) => Refused(Bytes(text + "\n"));

    public static SipParseError Refused(byte[] bytes)
    {
        Assert.False(SipParser.TryParse(bytes, out _, out var error), "was taken");
        return error;
    }
}
