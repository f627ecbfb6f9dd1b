using Rappel.Media.Rtcp;
using Rappel.Media.Sessions;
using static Rappel.Tests.Media.Sessions.Wire;

namespace Rappel.Tests.Media.Sessions;

public class ReportTests
{
    private readonly Wire _wire = new();
    private readonly Speaker _peer = new("192.0.2.1", 4000, 0, 0xAAAA);

    public ReportTests() => _wire.Open(A, At("192.0.2.1", 4000) with { RemoteRtcpPort = 4009 });

    [Fact]
    public void A_sender_report_tells_what_was_sent_and_what_was_lost()
    {
        // First report after 1.25 s where the entropy is zero: 63 beats.
        _wire.Beats(63, beat =>
        {
            var packet = _peer.Say(new byte[160]);
            if (beat != 10)
            {
                _wire.Hear(A, _peer, packet);
            }
        });
        var report = Assert.Single(_wire.Packets, packet => packet.Rtcp);
        Assert.Equal(4009, report.Destination.Port);
        Assert.True(RtcpReader.TryOpen(report.Bytes, out var reader));
        Assert.True(reader.Next());
        Assert.True(reader.TrySender(out var sender));
        Assert.True(reader.TryBlock(0, out var block));
        Assert.Equal((1000u, 63u, 63u * 160), (sender.Ssrc, sender.Packets, sender.Octets));
        Assert.Equal((0xAAAAu, 1, 256 / 63), (block.Ssrc, block.Lost, block.FractionLost));
    }

    [Fact]
    public void Who_only_listens_reports_as_a_receiver_and_refers_to_the_last_sender_report()
    {
        _wire.Do(new MediaCommand.Configure(A, At("192.0.2.1", 4000, direction: MediaDirection.ReceiveOnly)));
        _wire.Hear(A, _peer, _peer.Say(new byte[160]));
        Span<byte> buffer = new byte[RtcpWriter.MaximumLength];
        var writer = new RtcpWriter(buffer);
        writer.Sender(new SenderReport(0xAAAA, 0x0000111122223333, 1, 1, 1), null);
        _wire.Hear(A, _peer, buffer[..writer.Length].ToArray(), rtcp: true);
        _wire.Beats(63);
        var report = Assert.Single(_wire.Packets, packet => packet.Rtcp);
        Assert.True(RtcpReader.TryOpen(report.Bytes, out var reader));
        Assert.True(reader.Next());
        Assert.Equal(RtcpType.ReceiverReport, reader.Type);
        Assert.True(reader.TryBlock(0, out var block));
        Assert.Equal(0x11112222u, block.LastReport);
        Assert.InRange(block.Delay, 65536u, 65536u * 3 / 2);
    }

    [Fact]
    public void A_peer_that_falls_silent_is_told_once_and_again_after_it_came_back()
    {
        _wire.Hear(A, _peer, _peer.Say(new byte[160]));
        _wire.Beats(1499);
        Assert.Empty(_wire.Events);
        _wire.Beats(1000);
        Assert.Equal([new MediaEvent.PeerVanished(A)], _wire.Events);
        _wire.Hear(A, _peer, _peer.Say(new byte[160]));
        _wire.Beats(1500);
        Assert.Equal(2, _wire.Events.Count);
    }

    [Fact]
    public void A_peer_that_never_spoke_or_may_not_speak_or_still_reports_has_not_vanished()
    {
        _wire.Beats(2000);
        _wire.Hear(A, _peer, _peer.Say(new byte[160]));
        _wire.Do(new MediaCommand.Configure(A, At("192.0.2.1", 4000, direction: MediaDirection.SendOnly)));
        _wire.Beats(2000);
        _wire.Do(new MediaCommand.Configure(A, At("192.0.2.1", 4000)));
        _wire.Beats(1000);
        _wire.Hear(A, _peer, Convert.FromHexString("80C9000111111111"), rtcp: true);
        _wire.Beats(1000);
        Assert.Empty(_wire.Events);
    }

    [Fact]
    public void Statistics_tell_how_a_session_fared()
    {
        _wire.Beats(10, _ => _wire.Hear(A, _peer, _peer.Say(new byte[160])));
        Assert.True(_wire.Machine.TryGetStatistics(A, out var statistics));
        Assert.Equal(new MediaStatistics(10, 10, 0, 0), statistics);
        Assert.False(_wire.Machine.TryGetStatistics(B, out _));
    }

    [Fact]
    public void Random_packets_never_throw()
    {
        var random = new Random(3);
        _wire.Open(B, At("192.0.2.2", 4000, G711.Pcma));
        _wire.Do(new MediaCommand.Bridge(A, B));
        _wire.Do(new MediaCommand.StartRecording(A, 1, TimeSpan.FromHours(1), TimeSpan.Zero));
        byte[] types = [0x80, 0x08, 0x00, 101, 0xE5, 200, 201, 13];
        _wire.Beats(20_000, _ =>
        {
            var bytes = new byte[random.Next(200)];
            random.NextBytes(bytes);
            if (bytes.Length > 1)
            {
                bytes[0] = (byte)(0x80 | (random.Next(4) == 0 ? bytes[0] & 0x3F : 0));
                bytes[1] = types[random.Next(types.Length)];
            }

            _wire.Hear(A, _peer, bytes, rtcp: random.Next(3) == 0);
        });
        Assert.True(_wire.To(B).Any());
        Assert.True(_wire.Machine.Counters.Malformed > 0);
    }
}
