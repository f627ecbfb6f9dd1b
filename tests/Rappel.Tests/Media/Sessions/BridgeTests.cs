using Rappel.Media.Audio;
using Rappel.Media.Codecs;
using Rappel.Media.Sessions;
using static Rappel.Tests.Media.Sessions.Wire;

namespace Rappel.Tests.Media.Sessions;

public class BridgeTests
{
    private readonly Wire _wire = new();
    private readonly Speaker _a = new("192.0.2.1", 4000, 0, 0xAAAA, 65_530, 4_294_960_000);
    private readonly Speaker _b = new("192.0.2.2", 4000, 8, 0xBBBB);

    public BridgeTests()
    {
        _wire.Open(A, At("192.0.2.1", 4000));
        _wire.Open(B, At("192.0.2.2", 4000, G711.Pcma));
    }

    [Fact]
    public void A_tone_passes_both_ways_and_is_recoded()
    {
        _wire.Do(new MediaCommand.Bridge(A, B));
        var one = Tone(700, 2).Coded(G711.Pcmu);
        var other = Tone(1100, 2).Coded(G711.Pcma);
        _wire.Beats(100, beat =>
        {
            _wire.Hear(A, _a, _a.Say(one.Span.Slice(beat * 160, 160)));
            _wire.Hear(B, _b, _b.Say(other.Span.Slice(beat * 160, 160)));
        });
        Assert.All(_wire.To(B), packet => Assert.Equal(8, packet.Rtp.PayloadType));
        Assert.All(_wire.To(A), packet => Assert.Equal(0, packet.Rtp.PayloadType));
        Assert.InRange(ToneMeter.Share(Decoded(_wire.To(B)), 700), 0.97, 1);
        Assert.InRange(ToneMeter.Share(Decoded(_wire.To(A)), 1100), 0.97, 1);
        Assert.InRange(ToneMeter.Amplitude(Decoded(_wire.To(A)), 1100), 7500, 8500);
        _wire.AssertContinuous(A);
        _wire.AssertContinuous(B);
    }

    [Fact]
    public void The_stream_of_a_leg_is_continuous_through_prompt_music_bridge_and_prompt()
    {
        _wire.Do(new MediaCommand.Play(A, 1, [Tone(500, 0.41)]));
        _wire.Beats(22);
        _wire.Do(new MediaCommand.PlayLoop(A, BuiltInSounds.Music));
        _wire.Beats(31);
        _wire.Do(new MediaCommand.Bridge(B, A));
        _wire.Beats(5);
        _wire.Beats(40, _ => Speak(B, _b, 8));
        _wire.Do(new MediaCommand.Unbridge(B));
        _wire.Do(new MediaCommand.Play(A, 2, [Tone(500, 0.2)]));
        _wire.Beats(20);
        Assert.Equal(22 + 31 + 40 + 20, _wire.To(A).Count());
        _wire.AssertContinuous(A);
    }

    [Fact]
    public void A_change_of_the_source_is_not_seen_by_the_other_leg()
    {
        _wire.Do(new MediaCommand.Bridge(A, B));
        _wire.Beats(10, _ => Speak(B, _b, 8));
        (_b.Ssrc, _b.Sequence, _b.Timestamp) = (0xCCCC, 9, 3);
        _wire.Beats(10, _ => Speak(B, _b, 8));
        _b.Timestamp += 9_000_000;
        _wire.Beats(10, _ => Speak(B, _b, 8));
        Assert.Equal(30, _wire.To(A).Count());
        _wire.AssertContinuous(A);
    }

    [Fact]
    public void Loss_and_order_of_the_source_show_through()
    {
        _wire.Do(new MediaCommand.Bridge(A, B));
        Speak(B, _b, 8);
        var late = _b.Say(new byte[160]);
        Speak(B, _b, 8);
        _wire.Hear(B, _b, late);
        _b.Say(new byte[160]);
        Speak(B, _b, 8);
        var first = _wire.To(A).First().Rtp;
        Assert.Equal([0, 2, 1, 4], _wire.To(A).Select(packet => (ushort)(packet.Rtp.Sequence - first.Sequence)));
        Assert.Equal([0u, 320u, 160u, 640u], _wire.To(A).Select(packet => packet.Rtp.Timestamp - first.Timestamp));
    }

    [Fact]
    public void A_silent_peer_makes_no_sound_and_speech_after_a_pause_begins_with_a_marker()
    {
        _wire.Do(new MediaCommand.Bridge(A, B));
        Speak(B, _b, 8);
        _wire.Beats(50);
        Assert.Single(_wire.To(A));
        Assert.Empty(_wire.To(B));
        _b.Timestamp += 50 * 160;
        _wire.Hear(B, _b, _b.Say(new byte[160], marker: true));
        _wire.AssertContinuous(A);
    }

    [Fact]
    public void To_a_peer_on_hold_nothing_is_relayed_and_afterwards_the_numbers_go_on()
    {
        _wire.Do(new MediaCommand.Bridge(A, B));
        _wire.Beats(5, _ => Speak(B, _b, 8));
        _wire.Do(new MediaCommand.Configure(A, At("192.0.2.1", 4000, direction: MediaDirection.ReceiveOnly)));
        _wire.Beats(20, _ => Speak(B, _b, 8));
        Assert.Equal(5, _wire.To(A).Count());
        _wire.Do(new MediaCommand.Configure(A, At("192.0.2.1", 4000)));
        _wire.Beats(5, _ => Speak(B, _b, 8));
        Assert.Equal(10, _wire.To(A).Count());
        _wire.AssertContinuous(A);
    }

    [Fact]
    public void Keys_pass_under_the_peers_number_and_are_told_as_well()
    {
        _wire.Do(new MediaCommand.Configure(A, At("192.0.2.1", 4000) with { TelephoneEvent = 96 }));
        _wire.Do(new MediaCommand.Bridge(A, B));
        Speak(B, _b, 8);
        for (var i = 1; i <= 5; i++)
        {
            _wire.Hear(B, _b, _b.Press(4, i == 5, (ushort)(160 * i), i == 1, 101));
        }

        var events = _wire.To(A).Where(packet => packet.Rtp.PayloadType == 96).ToList();
        Assert.Equal(5, events.Count);
        Assert.Single(events.Select(packet => packet.Rtp.Timestamp).Distinct());
        Assert.Equal([true, false, false, false, false], events.Select(packet => packet.Rtp.Marker));
        Assert.Equal("048A0320", Convert.ToHexString(events[^1].Payload));
        Assert.Equal([new MediaEvent.DigitReceived(B, '4')], _wire.Events);
        _b.Timestamp += 800;
        Speak(B, _b, 8);
        Assert.All(_wire.To(A).Zip(_wire.To(A).Skip(1)), pair => Assert.Equal((ushort)(pair.First.Rtp.Sequence + 1), pair.Second.Rtp.Sequence));
    }

    [Fact]
    public void Keys_and_comfort_noise_that_cannot_pass_leave_no_hole()
    {
        _wire.Do(new MediaCommand.Configure(A, At("192.0.2.1", 4000) with { TelephoneEvent = null }));
        _wire.Do(new MediaCommand.Bridge(A, B));
        Speak(B, _b, 8);
        _wire.Hear(B, _b, _b.Press(4, false, 160, true, 101));
        _wire.Hear(B, _b, _b.Say([1], type: 13));
        Speak(B, _b, 8);
        var sent = _wire.To(A).ToList();
        Assert.Equal(2, sent.Count);
        Assert.Equal((ushort)(sent[0].Rtp.Sequence + 1), sent[1].Rtp.Sequence);
    }

    [Fact]
    public void A_prompt_to_one_leg_is_heard_over_the_other_which_then_goes_on()
    {
        _wire.Do(new MediaCommand.Bridge(A, B));
        _wire.Beats(5, _ => Speak(B, _b, 8));
        _wire.Do(new MediaCommand.Play(A, 1, [Tone(500, 0.2)]));
        _wire.Beats(10, _ => Speak(B, _b, 8));
        _wire.Beats(5, _ => Speak(B, _b, 8));
        Assert.Equal([new MediaEvent.PlayEnded(A, 1)], _wire.Events);
        Assert.InRange(_wire.To(A).Count(), 19, 20);
        _wire.AssertContinuous(A);
    }

    [Fact]
    public void Closing_one_leg_ends_the_bridge_of_the_other()
    {
        _wire.Do(new MediaCommand.Bridge(A, B));
        _wire.Do(new MediaCommand.Close(B));
        _wire.Beats(3);
        Assert.Equal(3, _wire.To(A).Count());
    }

    [Fact]
    public void Relaying_a_packet_allocates_nothing()
    {
        _wire.Do(new MediaCommand.Bridge(A, B));
        var packets = Enumerable.Range(0, 2000).Select(_ => _a.Say(new byte[160])).ToArray();
        var relayed = 0;
        var least = long.MaxValue;
        foreach (var round in packets.Chunk(500))
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            foreach (var packet in round)
            {
                _wire.Machine.Receive(_wire.Now, A, false, _a.From, packet);
                while (_wire.Machine.TryTakePacket(out _))
                {
                    relayed++;
                }
            }

            // The runtime may count a little of its own into one round; ours would be in all.
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.Equal(0, least);
        Assert.True(relayed > 1000);
    }

    private void Speak(MediaSessionId session, Speaker speaker, int type) =>
        _wire.Hear(session, speaker, speaker.Say(Enumerable.Repeat(G711Codec.SilenceOf(type == 8 ? G711.Pcma : G711.Pcmu), 160).ToArray()));
}
