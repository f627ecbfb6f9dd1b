using Rappel.Media.Rtp;

namespace Rappel.Tests.Media.Rtp;

public class RtpPacketTests
{
    [Fact]
    public void A_header_is_read_and_written_alike()
    {
        var bytes = Convert.FromHexString("80E5123400ABCDEF0BADF00D" + "05060708");
        Assert.True(RtpPacket.TryRead(bytes, out var packet));
        Assert.Equal(new RtpPacket(true, 101, 0x1234, 0x00ABCDEF, 0x0BADF00D, 12, 4), packet);
        var written = new byte[12];
        RtpPacket.WriteHeader(written, packet.Marker, packet.PayloadType, packet.Sequence, packet.Timestamp, packet.Ssrc);
        Assert.Equal(bytes[..12], written);
    }

    [Fact]
    public void Sources_extension_and_padding_are_not_payload()
    {
        // P, X and CC=2; extension of one word; three bytes of payload; padding of 5.
        var bytes = Convert.FromHexString("B2000001000000A000000001" + "0000000A0000000B" + "BEDE000112345678" + "414243" + "0000000005");
        Assert.True(RtpPacket.TryRead(bytes, out var packet));
        Assert.Equal((28, 3), (packet.PayloadOffset, packet.PayloadLength));
    }

    [Theory]
    [InlineData("")]
    [InlineData("8000000100")]
    [InlineData("40000001000000A000000001")]
    [InlineData("81000001000000A000000001")]
    [InlineData("90000001000000A000000001BEDE")]
    [InlineData("90000001000000A000000001BEDE0002FFFFFFFF")]
    [InlineData("A0000001000000A00000000100")]
    [InlineData("A0000001000000A00000000109")]
    public void What_is_no_packet_is_refused(string hex) => Assert.False(RtpPacket.TryRead(Convert.FromHexString(hex), out _));

    [Fact]
    public void Random_bytes_never_throw()
    {
        var random = new Random(7);
        var read = 0;
        for (var round = 0; round < 50_000; round++)
        {
            var bytes = new byte[random.Next(64)];
            random.NextBytes(bytes);
            if (bytes.Length > 0)
            {
                bytes[0] = (byte)(0x80 | (bytes[0] & 0x3F));
            }

            if (RtpPacket.TryRead(bytes, out var packet))
            {
                read++;
                _ = bytes.AsSpan(packet.PayloadOffset, packet.PayloadLength);
            }
        }

        Assert.True(read > 1000);
    }
}
