using System.Text;
using Rappel.Media.Sdp;
using Rappel.Media.Sessions;

namespace Rappel.Tests.Media.Sdp;

/// <summary>Offers and answers with browsers.</summary>
public sealed class SecuredSdpTests
{
    private const string Chrome = """
        v=0
        o=- 4611 2 IN IP4 127.0.0.1
        s=-
        t=0 0
        a=group:BUNDLE 0
        a=extmap-allow-mixed
        a=msid-semantic: WMS 9a
        m=audio 9 UDP/TLS/RTP/SAVPF 111 63 0 8 13 110 126
        c=IN IP4 0.0.0.0
        a=rtcp:9 IN IP4 0.0.0.0
        a=candidate:1 1 udp 2122194687 2f7e.local 46833 typ host generation 0 ufrag zh4l
        a=ice-ufrag:zh4l
        a=ice-pwd:yO3kJPqk3kz1b8m8o2mXq2aa
        a=ice-options:trickle
        a=fingerprint:sha-256 AA:BB
        a=setup:actpass
        a=mid:0
        a=sendrecv
        a=rtcp-mux
        a=rtpmap:111 opus/48000/2
        a=rtpmap:0 PCMU/8000
        a=rtpmap:8 PCMA/8000
        a=rtpmap:110 telephone-event/48000
        a=rtpmap:126 telephone-event/8000

        """;

    private static readonly SdpLocal Ours = new("192.0.2.1", 40000, [G711.Pcmu, G711.Pcma], 7, 1)
    {
        Secured = new SecuredLocal("ourname1", "a password of ours, long enough", "sha-256 01:02", ["192.0.2.1", "198.51.100.1"]),
    };

    [Fact]
    public void An_offer_of_a_browser_is_answered_with_one_path_end_and_the_browser_begins()
    {
        var answer = Answer(Chrome);

        Assert.Equal(new SecuredMedia("ourname1", "a password of ours, long enough", "zh4l", "sha-256 AA:BB", DtlsRole.Passive), answer.Parameters.Secured);
        Assert.Equal((MediaDirection.SendReceive, 126), (answer.Parameters.Direction, answer.Parameters.TelephoneEvent));
        var text = Encoding.UTF8.GetString(answer.Body);
        foreach (var line in (string[])["a=ice-lite", "a=group:BUNDLE 0", "m=audio 40000 UDP/TLS/RTP/SAVPF 0 126", "a=mid:0", "a=rtcp-mux", "a=setup:passive",
            "a=fingerprint:sha-256 01:02", "a=candidate:1 1 udp 2130706431 192.0.2.1 40000 typ host", "a=candidate:2 1 udp 2130706175 198.51.100.1 40000 typ host"])
        {
            Assert.Contains(line + "\r\n", text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("a=setup:actpass", "a=setup:active", DtlsRole.Passive)]
    [InlineData("a=setup:actpass", "a=setup:passive", DtlsRole.Active)]
    public void Who_begins_is_as_the_browser_wants_it(string old, string now, DtlsRole role) =>
        Assert.Equal(role, Answer(Chrome.Replace(old, now, StringComparison.Ordinal)).Parameters.Secured!.Role);

    [Theory]
    [InlineData("a=ice-ufrag:zh4l", "ice-missing")]
    [InlineData("a=fingerprint:sha-256 AA:BB", "fingerprint-missing")]
    [InlineData("a=rtcp-mux", "rtcp-mux-missing")]
    public void An_offer_that_lacks_something_is_refused(string line, string why)
    {
        var offer = Encoding.UTF8.GetBytes(Chrome.Replace(line + "\n", "", StringComparison.Ordinal).Replace(line + "\r\n", "", StringComparison.Ordinal));

        Assert.False(SdpNegotiation.TryAnswer(offer, Ours, MediaDirection.SendReceive, out _, out var refusal));
        Assert.Equal(why, refusal);
    }

    [Fact]
    public void A_phone_that_cannot_be_secured_refuses_it()
    {
        Assert.False(SdpNegotiation.TryAnswer(Encoding.UTF8.GetBytes(Chrome), Ours with { Secured = null }, MediaDirection.SendReceive, out _, out var refusal));
        Assert.Equal("no-audio", refusal);
    }

    [Fact]
    public void Both_ends_of_ours_agree()
    {
        var browser = Ours with { Secured = new SecuredLocal("theirs11", "their password, long enough", "sha-256 03:04", ["192.0.2.9"]) { Established = DtlsRole.Active } };
        var offer = SdpNegotiation.Offer(Ours, MediaDirection.SendReceive);

        Assert.True(SdpNegotiation.TryAnswer(offer, browser, MediaDirection.SendReceive, out var answer, out var why), why);
        Assert.True(SdpNegotiation.TryAccept(offer, answer!.Body, out var agreed, out why), why);

        Assert.Equal(new SecuredMedia("ourname1", "a password of ours, long enough", "theirs11", "sha-256 03:04", DtlsRole.Passive), agreed!.Secured);
        Assert.Contains("a=setup:active", Encoding.UTF8.GetString(answer.Body), StringComparison.Ordinal);
    }

    private static SdpAnswer Answer(string offer)
    {
        Assert.True(SdpNegotiation.TryAnswer(Encoding.UTF8.GetBytes(offer), Ours, MediaDirection.SendReceive, out var answer, out var why), why);
        return answer!;
    }
}
