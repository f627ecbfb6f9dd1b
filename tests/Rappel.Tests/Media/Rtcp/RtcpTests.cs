using Rappel.Media.Rtcp;
using Rappel.Media.Sessions;

namespace Rappel.Tests.Media.Rtcp;

public class RtcpTests
{
    [Fact]
    public void A_sender_report_is_written_as_the_standard_lays_it_out()
    {
        Span<byte> buffer = new byte[RtcpWriter.MaximumLength];
        var writer = new RtcpWriter(buffer);
        writer.Sender(
            new SenderReport(0x11111111, 0x0123456789ABCDEF, 0x22222222, 50, 8000), new ReportBlock(0x33333333, 64, -2, 0x00010005, 7, 8, 9));
        writer.Description(0x11111111, "ab"u8);
        writer.Bye(0x11111111);
        Assert.Equal(
            "81C8000C" + "11111111" + "0123456789ABCDEF" + "22222222" + "00000032" + "00001F40"
            + "33333333" + "40FFFFFE" + "00010005" + "00000007" + "00000008" + "00000009"
            + "81CA0003" + "11111111" + "01026162" + "00000000"
            + "81CB0001" + "11111111",
            Convert.ToHexString(buffer[..writer.Length]));
    }

    [Fact]
    public void What_is_written_is_read()
    {
        Span<byte> buffer = new byte[RtcpWriter.MaximumLength];
        var writer = new RtcpWriter(buffer);
        var report = new SenderReport(1, 2, 3, 4, 5);
        var block = new ReportBlock(9, 255, -0x800000, 1, 2, 3, 4);
        writer.Sender(report, block);
        writer.Description(1, "name"u8);
        writer.Bye(1);
        Assert.True(RtcpReader.TryOpen(buffer[..writer.Length], out var reader));
        Assert.True(reader.Next());
        Assert.True(reader.TrySender(out var readReport));
        Assert.True(reader.TryBlock(0, out var readBlock));
        Assert.False(reader.TryBlock(1, out _));
        Assert.Equal((report, block), (readReport, readBlock));
        Assert.True(reader.Next());
        Assert.Equal(RtcpType.SourceDescription, reader.Type);
        Assert.True(reader.Next());
        Assert.Equal((RtcpType.Bye, 1u), (reader.Type, reader.Ssrc));
        Assert.False(reader.Next());
    }

    [Theory]
    [InlineData("")]
    [InlineData("81CB000111111111")]
    [InlineData("80C9000211111111")]
    [InlineData("40C9000111111111")]
    [InlineData("80C900011111111180")]
    public void What_is_no_compound_packet_is_refused(string hex) => Assert.False(RtcpReader.TryOpen(Convert.FromHexString(hex), out _));

    [Fact]
    public void A_report_that_claims_more_blocks_than_it_has_gives_only_those_it_has()
    {
        Assert.True(RtcpReader.TryOpen(Convert.FromHexString("9FC9000111111111"), out var reader));
        Assert.True(reader.Next());
        Assert.False(reader.TryBlock(0, out _));
    }

    [Fact]
    public void Ntp_time_counts_from_1900()
    {
        var ntp = NtpTime.From(new DateTimeOffset(1970, 1, 1, 0, 0, 0, 500, TimeSpan.Zero));
        Assert.Equal(2208988800u, (uint)(ntp >> 32));
        Assert.Equal(0x80000000u, (uint)ntp);
        Assert.Equal((2208988800u << 16) | 0x8000, NtpTime.Middle(ntp));
    }

    [Fact]
    public void Reports_are_spread_around_the_interval()
    {
        Assert.Equal(MediaLimits.RtcpInterval * 0.5, RtcpInterval.Next(false, 0));
        Assert.Equal(MediaLimits.RtcpInterval * 0.25, RtcpInterval.Next(true, 0));
        Assert.InRange(RtcpInterval.Next(false, ulong.MaxValue), MediaLimits.RtcpInterval * 1.49, MediaLimits.RtcpInterval * 1.5);
    }
}
