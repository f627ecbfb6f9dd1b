using System.Net;
using Rappel.Media.Sessions;
using static Rappel.Tests.Media.Sessions.Wire;

namespace Rappel.Tests.Media.Sessions;

public class LatchTests
{
    private readonly Wire _wire = new();
    private readonly Speaker _peer = new("203.0.113.7", 30_000, 0, 0xAAAA);
    private readonly Speaker _thief = new("198.51.100.66", 6666, 0, 0x6666);

    public LatchTests() => _wire.Open(A, At("192.0.2.1", 4000));

    private IPEndPoint Destination
    {
        get
        {
            _wire.Beats(1);
            return _wire.To(A).Last().Destination;
        }
    }

    [Fact]
    public void Before_the_first_packet_audio_goes_where_the_description_says() =>
        Assert.Equal("192.0.2.1:4000", Destination.ToString());

    [Fact]
    public void The_first_valid_source_is_latched()
    {
        Say(_peer);
        Assert.Equal("203.0.113.7:30000", Destination.ToString());
    }

    [Fact]
    public void Senseless_packets_latch_nothing()
    {
        _wire.Hear(A, _thief, [1, 2, 3]);
        _wire.Hear(A, _thief, _thief.Say(new byte[160], type: 18));
        _wire.Hear(A, _thief, _thief.Say([]));
        _wire.Hear(A, _thief, _thief.Say(new byte[3], type: 101));
        _wire.Hear(A, _thief, new byte[MediaLimits.MaximumPacket + 1]);
        Assert.Equal("192.0.2.1:4000", Destination.ToString());
        Assert.Equal((2, 3), (_wire.Machine.Counters.Malformed, _wire.Machine.Counters.Unagreed));
    }

    [Fact]
    public void A_third_party_cannot_take_the_stream_over_nor_be_heard()
    {
        _wire.Open(B, At("192.0.2.2", 4000));
        _wire.Do(new MediaCommand.Bridge(A, B));
        _wire.Beats(200, _ =>
        {
            Say(_peer);
            Say(_thief);
        });
        Assert.Equal(200, _wire.Machine.Counters.Foreign);
        Assert.Equal(200, _wire.To(B).Count());
        _wire.Do(new MediaCommand.Unbridge(A));
        Assert.Equal(_peer.From, Destination);
    }

    [Fact]
    public void A_third_party_cannot_take_over_a_peer_that_fell_silent()
    {
        Say(_peer);
        _wire.Beats(500);
        Say(_thief);
        _thief.Sequence = _peer.Sequence;
        Say(_thief);
        Assert.Equal(_peer.From, Destination);
    }

    [Fact]
    public void A_third_party_who_copies_the_ssrc_is_refused_while_the_peer_speaks()
    {
        Say(_peer);
        (_thief.Ssrc, _thief.Sequence) = (_peer.Ssrc, _peer.Sequence);
        Say(_thief);
        Assert.Equal(_peer.From, Destination);
    }

    [Fact]
    public void The_same_stream_from_a_new_address_is_followed_after_a_silence()
    {
        Say(_peer);
        _wire.Beats(60);
        _peer.From = new IPEndPoint(_peer.From.Address, 31_000);
        Say(_peer);
        Assert.Equal("203.0.113.7:31000", Destination.ToString());
    }

    [Fact]
    public void An_old_packet_of_the_stream_from_elsewhere_is_a_replay()
    {
        var old = _peer.Say(new byte[160]);
        _wire.Hear(A, _peer, old);
        Say(_peer);
        _wire.Beats(60);
        _wire.Hear(A, _thief, old);
        Assert.Equal(_peer.From, Destination);
    }

    [Fact]
    public void The_signalled_address_wins_back_a_port_that_was_sprayed_first()
    {
        Say(_thief);
        var peer = new Speaker("192.0.2.1", 4000, 0, 1);
        Say(peer);
        Say(_thief);
        Assert.Equal("192.0.2.1:4000", Destination.ToString());
        Assert.Equal(1, _wire.Machine.Counters.Foreign);
    }

    [Fact]
    public void A_moved_peer_is_latched_anew_and_its_old_place_does_not_come_back()
    {
        Say(_peer);
        _wire.Do(new MediaCommand.Configure(A, At("192.0.2.50", 5000)));
        Say(_peer);
        Assert.Equal("192.0.2.50:5000", Destination.ToString());
        Say(new Speaker("203.0.113.9", 40_000, 0, 3));
        Assert.Equal("203.0.113.9:40000", Destination.ToString());
    }

    [Fact]
    public void The_same_address_signalled_again_keeps_the_latch()
    {
        Say(_peer);
        _wire.Do(new MediaCommand.Configure(A, At("192.0.2.1", 4000)));
        Assert.Equal(_peer.From, Destination);
    }

    [Fact]
    public void An_old_style_hold_and_its_end_keep_the_latch()
    {
        Say(_peer);
        _wire.Do(new MediaCommand.Configure(A, At("0.0.0.0", 4000, direction: MediaDirection.ReceiveOnly)));
        _wire.Beats(10);
        Assert.Empty(_wire.To(A));
        _wire.Do(new MediaCommand.Configure(A, At("192.0.2.1", 4000)));
        Assert.Equal(_peer.From, Destination);
    }

    [Fact]
    public void Reports_go_next_to_the_latched_port_and_a_strangers_reports_are_not_heard()
    {
        Say(_peer);
        _wire.Beats(400, _ => Say(_peer));
        Assert.Equal("203.0.113.7:30001", _wire.Packets.Last(packet => packet.Rtcp).Destination.ToString());
        _wire.Hear(A, _thief, Convert.FromHexString("80C9000111111111"), rtcp: true);
        Assert.Equal(1, _wire.Machine.Counters.Foreign);
        _peer.From = new IPEndPoint(_peer.From.Address, 44_000);
        _wire.Hear(A, _peer, Convert.FromHexString("80C9000111111111"), rtcp: true);
        _wire.Beats(400);
        Assert.Equal("203.0.113.7:44000", _wire.Packets.Last(packet => packet.Rtcp).Destination.ToString());
    }

    private void Say(Speaker speaker) => _wire.Hear(A, speaker, speaker.Say(new byte[160]));
}
