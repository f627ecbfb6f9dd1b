using System.Text;
using Rappel.Media.Sdp;
using Rappel.Media.Sessions;

namespace Rappel.Tests.Media.Sdp;

public class SdpNegotiationTests
{
    private const string Head = "v=0\r\no=- 1 1 IN IP4 192.0.2.9\r\ns=-\r\nc=IN IP4 192.0.2.9\r\nt=0 0\r\n";

    private static readonly SdpLocal Local = new("198.51.100.1", 10000, [G711.Pcmu, G711.Pcma], 77, 1);

    [Fact]
    public void Our_offer_names_both_laws_and_telephone_events()
    {
        var text = Encoding.UTF8.GetString(SdpNegotiation.Offer(Local, MediaDirection.SendReceive));
        Assert.Equal(
            """
            v=0
            o=- 77 1 IN IP4 198.51.100.1
            s=-
            c=IN IP4 198.51.100.1
            t=0 0
            m=audio 10000 RTP/AVP 0 8 101
            a=rtpmap:0 PCMU/8000
            a=rtpmap:8 PCMA/8000
            a=rtpmap:101 telephone-event/8000
            a=fmtp:101 0-15
            a=ptime:20
            a=sendrecv

            """.ReplaceLineEndings("\r\n"), text);
    }

    [Theory]
    [InlineData("m=audio 4000 RTP/AVP 0 8\r\n", G711.Pcmu, 0, null)]
    [InlineData("m=audio 4000 RTP/AVP 8\r\n", G711.Pcma, 8, null)]
    [InlineData("m=audio 4000 RTP/AVP 8 0\r\n", G711.Pcmu, 0, null)]
    [InlineData("m=audio 4000 RTP/AVP 18 8 96\r\na=rtpmap:96 telephone-event/8000\r\n", G711.Pcma, 8, 96)]
    [InlineData("m=audio 4000 RTP/AVP 97 98\r\na=rtpmap:97 pcma/8000/1\r\na=rtpmap:98 Telephone-Event/8000\r\n", G711.Pcma, 97, 98)]
    [InlineData("m=audio 4000 RTP/AVP 8 100 101\r\na=rtpmap:100 telephone-event/48000\r\na=rtpmap:101 telephone-event/8000\r\n", G711.Pcma, 8, 101)]
    [InlineData("m=audio 4000 RTP/AVP 111 0\r\na=rtpmap:111 opus/48000/2\r\na=maxptime:60\r\na=ptime:30\r\n", G711.Pcmu, 0, null)]
    public void An_offer_is_answered_with_one_codec_by_the_peers_numbers(string media, G711 codec, int type, int? events)
    {
        var answer = Answer(Head + media);
        Assert.Equal(new MediaParameters("192.0.2.9", 4000, codec, type, events, 20, MediaDirection.SendReceive), answer.Parameters);
        var formats = events is null ? $"{type}" : $"{type} {events}";
        Assert.Contains($"m=audio 10000 RTP/AVP {formats}\r\n", Text(answer), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a=sendrecv\r\n", MediaDirection.SendReceive, "a=sendrecv")]
    [InlineData("a=sendonly\r\n", MediaDirection.ReceiveOnly, "a=recvonly")]
    [InlineData("a=recvonly\r\n", MediaDirection.SendOnly, "a=sendonly")]
    [InlineData("a=inactive\r\n", MediaDirection.Inactive, "a=inactive")]
    [InlineData("c=IN IP4 0.0.0.0\r\n", MediaDirection.ReceiveOnly, "a=recvonly")]
    [InlineData("c=IN IP4 0.0.0.0\r\na=inactive\r\n", MediaDirection.Inactive, "a=inactive")]
    public void A_hold_is_answered_in_kind(string attribute, MediaDirection direction, string written)
    {
        var answer = Answer(Head + "m=audio 4000 RTP/AVP 0\r\n" + attribute);
        Assert.Equal(direction, answer.Parameters.Direction);
        Assert.Contains(written + "\r\n", Text(answer), StringComparison.Ordinal);
    }

    [Fact]
    public void A_direction_of_the_session_holds_for_a_stream_that_names_none() =>
        Assert.Equal(MediaDirection.ReceiveOnly, Answer(Head + "a=sendonly\r\nm=audio 4000 RTP/AVP 0\r\n").Parameters.Direction);

    [Fact]
    public void What_we_want_narrows_the_answer()
    {
        var offer = Encoding.UTF8.GetBytes(Head + "m=audio 4000 RTP/AVP 0\r\n");
        Assert.True(SdpNegotiation.TryAnswer(offer, Local, MediaDirection.SendOnly, out var answer, out _));
        Assert.Equal(MediaDirection.SendOnly, answer!.Parameters.Direction);
    }

    [Fact]
    public void Other_streams_are_refused_in_their_places()
    {
        var answer = Answer(Head
            + "m=video 5000 RTP/AVP 96 97\r\na=rtpmap:96 H264/90000\r\n"
            + "m=audio 6000 RTP/SAVP 0\r\n"
            + "m=audio 4000 RTP/AVP 0\r\nc=IN IP4 192.0.2.44\r\na=rtcp:4005\r\n"
            + "m=audio 4002 RTP/AVP 8\r\n"
            + "m=image 6000 udptl t38\r\n");
        var lines = Text(answer).Split("\r\n").Where(line => line.StartsWith("m=", StringComparison.Ordinal));
        Assert.Equal(
            ["m=video 0 RTP/AVP 96 97", "m=audio 0 RTP/SAVP 0", "m=audio 10000 RTP/AVP 0", "m=audio 0 RTP/AVP 8", "m=image 0 udptl t38"], lines);
        Assert.Equal("192.0.2.44", answer.Parameters.RemoteAddress);
        Assert.Equal(4005, answer.Parameters.RemoteRtcpPort);
    }

    [Theory]
    [InlineData("m=video 4000 RTP/AVP 96\r\n", "no-audio")]
    [InlineData("m=audio 0 RTP/AVP 0\r\n", "no-audio")]
    [InlineData("m=audio 4000 RTP/SAVP 0\r\n", "no-audio")]
    [InlineData("m=audio 4000 RTP/AVP 18 101\r\na=rtpmap:101 telephone-event/8000\r\n", "no-common-codec")]
    [InlineData("m=audio 4000 RTP/AVP 0\r\nc=IN IP6 2001:db8::1\r\n", "ip6-unsupported")]
    [InlineData("m=audio 4000 RTP/AVP 0\r\nc=IN IP4 phone.example\r\n", "sdp-address-not-numeric")]
    [InlineData("m=audio 4000 RTP/AVP 0\r\nc=IN IP4 224.2.1.1/127\r\n", "multicast-unsupported")]
    [InlineData("m=audio 4000 RTP/AVP 0\r\na=maxptime:10\r\n", "packet-time")]
    public void An_offer_we_cannot_take_is_refused_with_its_reason(string media, string expected)
    {
        Assert.False(SdpNegotiation.TryAnswer(Encoding.UTF8.GetBytes(Head + media), Local, MediaDirection.SendReceive, out _, out var refusal));
        Assert.Equal(expected, refusal);
    }

    [Fact]
    public void An_offer_without_a_connection_is_refused()
    {
        var offer = "v=0\r\nm=audio 4000 RTP/AVP 0\r\n"u8;
        Assert.False(SdpNegotiation.TryAnswer(offer, Local, MediaDirection.SendReceive, out _, out var refusal));
        Assert.Equal("sdp-without-connection", refusal);
    }

    [Fact]
    public void An_answer_gives_the_numbers_to_send_with_and_our_own_to_hear_with()
    {
        var parameters = Accept(MediaDirection.SendReceive, "m=audio 4000 RTP/AVP 8 0 96\r\na=rtpmap:96 telephone-event/8000\r\n");
        Assert.Equal(
            new MediaParameters("192.0.2.9", 4000, G711.Pcma, 8, 96, 20, MediaDirection.SendReceive)
            {
                ReceivePayloadType = 8,
                ReceiveTelephoneEvent = 101,
            },
            parameters);
    }

    [Theory]
    [InlineData(MediaDirection.SendReceive, "a=recvonly", MediaDirection.SendOnly)]
    [InlineData(MediaDirection.SendReceive, "a=sendonly", MediaDirection.ReceiveOnly)]
    [InlineData(MediaDirection.SendOnly, "a=recvonly", MediaDirection.SendOnly)]
    [InlineData(MediaDirection.SendOnly, "a=sendrecv", MediaDirection.SendOnly)]
    [InlineData(MediaDirection.Inactive, "a=inactive", MediaDirection.Inactive)]
    public void An_answer_narrows_the_direction_we_offered(MediaDirection offered, string attribute, MediaDirection agreed) =>
        Assert.Equal(agreed, Accept(offered, $"m=audio 4000 RTP/AVP 0\r\n{attribute}\r\n").Direction);

    [Theory]
    [InlineData("m=audio 0 RTP/AVP 0\r\n", "audio-refused")]
    [InlineData("m=video 4000 RTP/AVP 96\r\n", "no-audio")]
    [InlineData("", "no-audio")]
    [InlineData("m=audio 4000 RTP/AVP 18\r\n", "no-common-codec")]
    [InlineData("m=audio 4000 RTP/SAVP 0\r\n", "protocol-unsupported")]
    [InlineData("m=audio 4000 RTP/AVP 0\r\nc=IN IP6 ::1\r\n", "ip6-unsupported")]
    public void An_answer_we_cannot_use_is_refused_with_its_reason(string media, string expected)
    {
        var offer = SdpNegotiation.Offer(Local, MediaDirection.SendReceive);
        Assert.False(SdpNegotiation.TryAccept(offer, Encoding.UTF8.GetBytes(Head + media), out _, out var refusal));
        Assert.Equal(expected, refusal);
    }

    [Fact]
    public void We_agree_with_ourselves()
    {
        var offer = SdpNegotiation.Offer(Local, MediaDirection.SendReceive);
        var peer = new SdpLocal("192.0.2.9", 20000, [G711.Pcma], 5, 1);
        Assert.True(SdpNegotiation.TryAnswer(offer, peer, MediaDirection.SendReceive, out var answer, out _));
        Assert.True(SdpNegotiation.TryAccept(offer, answer!.Body, out var ours, out _));
        Assert.Equal((G711.Pcma, 101), (ours!.Codec, ours.TelephoneEvent));
        Assert.Equal(("198.51.100.1", 10000, G711.Pcma), (answer.Parameters.RemoteAddress, answer.Parameters.RemotePort, answer.Parameters.Codec));
    }

    [Fact]
    public void Random_mutations_never_throw()
    {
        var whole = Encoding.UTF8.GetBytes(Head
            + "a=sendrecv\r\nm=audio 4000 RTP/AVP 0 8 101\r\nc=IN IP4 192.0.2.9\r\na=rtpmap:0 PCMU/8000\r\na=rtpmap:101 telephone-event/8000\r\n"
            + "a=ptime:20\r\na=maxptime:60\r\na=rtcp:4001 IN IP4 192.0.2.9\r\n");
        var offer = SdpNegotiation.Offer(Local, MediaDirection.SendReceive);
        var random = new Random(20261);
        var refused = 0;
        for (var round = 0; round < 10_000; round++)
        {
            var mutant = (byte[])whole.Clone();
            for (var hits = random.Next(1, 6); hits > 0; hits--)
            {
                mutant[random.Next(mutant.Length)] = (byte)random.Next(256);
            }

            var cut = mutant.AsSpan(0, random.Next(4) == 0 ? random.Next(mutant.Length) : mutant.Length);
            refused += SdpNegotiation.TryAnswer(cut, Local, MediaDirection.SendReceive, out _, out _) ? 0 : 1;
            _ = SdpNegotiation.TryAccept(offer, cut, out _, out _);
        }

        Assert.InRange(refused, 1, 9_999);
    }

    private static SdpAnswer Answer(string offer)
    {
        Assert.True(
            SdpNegotiation.TryAnswer(Encoding.UTF8.GetBytes(offer), Local, MediaDirection.SendReceive, out var answer, out var refusal), refusal);
        return answer!;
    }

    private static MediaParameters Accept(MediaDirection offered, string media)
    {
        var offer = SdpNegotiation.Offer(Local, offered);
        Assert.True(SdpNegotiation.TryAccept(offer, Encoding.UTF8.GetBytes(Head + media), out var parameters, out var refusal), refusal);
        return parameters!;
    }

    private static string Text(SdpAnswer answer) => Encoding.UTF8.GetString(answer.Body);
}
