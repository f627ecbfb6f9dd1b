using System.Text;
using Rappel.Media.Sdp;

namespace Rappel.Tests.Media.Sdp;

public class SdpReaderTests
{
    [Fact]
    public void A_description_with_bare_line_feeds_and_no_session_name_is_read()
    {
        var read = Read("v=0\no=x 1 1 IN IP4 h\nc=IN IP4 192.0.2.1/127\nm=audio 4000/2 RTP/AVP 0 8 \na=sendonly\na=ptime: 30\n\n");
        var stream = Assert.Single(read.Streams);
        Assert.Equal(4000, stream.Port);
        Assert.Equal(["0", "8"], stream.Formats);
        Assert.Equal("192.0.2.1", read.Connection!.Address);
        Assert.Equal("", stream.Find("sendonly"));
        Assert.Equal("30", stream.Find("ptime"));
        Assert.Null(stream.Find("rtpmap"));
    }

    [Theory]
    [InlineData("", "sdp-without-version")]
    [InlineData("hello", "sdp-malformed-line")]
    [InlineData("v=1\r\n", "sdp-version")]
    [InlineData("v=0\r\nm=audio\r\n", "sdp-malformed-stream")]
    [InlineData("v=0\r\nm=audio 99999 RTP/AVP 0\r\n", "sdp-malformed-stream")]
    [InlineData("v=0\r\nm=audio -1 RTP/AVP 0\r\n", "sdp-malformed-stream")]
    [InlineData("v=0\r\nc=IN IP4\r\n", "sdp-malformed-connection")]
    [InlineData("v=0\r\nc=ATM NSAP x\r\n", "sdp-malformed-connection")]
    public void A_bad_description_is_refused_with_its_reason(string text, string expected)
    {
        Assert.False(SdpReader.TryRead(Encoding.UTF8.GetBytes(text), out _, out var refusal));
        Assert.Equal(expected, refusal);
    }

    [Fact]
    public void Every_limit_holds()
    {
        Assert.Equal("sdp-too-long", Refusal("v=0\r\n" + Repeat("a=x\r\n", SdpLimits.Attributes + 1)));
        Assert.Equal("sdp-too-long", Refusal("v=0\r\n" + Repeat("m=audio 1 RTP/AVP 0\r\n", SdpLimits.Streams + 1)));
        Assert.Equal("sdp-too-long", Refusal("v=0\r\nm=audio 1 RTP/AVP" + Repeat(" 0", SdpLimits.Formats + 1)));
        Assert.Equal("sdp-too-long", Refusal("v=0\r\n" + Repeat("b=x\r\n", SdpLimits.Lines)));
        Assert.Equal("sdp-too-long", Refusal("v=0\r\na=" + new string('x', SdpLimits.Line)));
        Assert.Equal("sdp-too-long", Refusal(new string('x', SdpLimits.Body + 1)));
    }

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    private static SdpDescription Read(string text)
    {
        Assert.True(SdpReader.TryRead(Encoding.UTF8.GetBytes(text), out var read, out var refusal), refusal);
        return read!;
    }

    private static string Refusal(string text)
    {
        Assert.False(SdpReader.TryRead(Encoding.UTF8.GetBytes(text), out _, out var refusal));
        return refusal;
    }
}
