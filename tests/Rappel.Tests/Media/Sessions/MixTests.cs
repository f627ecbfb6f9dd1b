using System.Buffers.Binary;
using Rappel.Media.Audio;
using Rappel.Media.Codecs;
using Rappel.Media.Sessions;
using static Rappel.Tests.Media.Sessions.Wire;

namespace Rappel.Tests.Media.Sessions;

public class MixTests
{
    private static readonly MediaSessionId C = new(3);
    private readonly Wire _wire = new();
    private readonly Speaker _a = new("192.0.2.1", 4000, 0, 0xAAAA, 65_530, 4_294_960_000);
    private readonly Speaker _b = new("192.0.2.2", 4000, 8, 0xBBBB);
    private readonly Speaker _c = new("192.0.2.3", 4000, 0, 0xCCCC);
    private readonly ReadOnlyMemory<byte> _toneOfA = Tone(500, 10).Coded(G711.Pcmu);
    private readonly ReadOnlyMemory<byte> _toneOfB = Tone(900, 10).Coded(G711.Pcma);
    private readonly ReadOnlyMemory<byte> _toneOfC = Tone(1500, 10).Coded(G711.Pcmu);

    public MixTests()
    {
        _wire.Open(A, At("192.0.2.1", 4000));
        _wire.Open(B, At("192.0.2.2", 4000, G711.Pcma));
        _wire.Open(C, At("192.0.2.3", 4000));
    }

    [Fact]
    public void In_a_conference_each_hears_the_others_and_not_itself()
    {
        Mix((A, [B, C]), (B, [A, C]), (C, [A, B]));
        _wire.Beats(200, Speak);
        AssertHears(A, 900, 1500);
        AssertHears(B, 500, 1500);
        AssertHears(C, 500, 900);
        foreach (var session in (MediaSessionId[])[A, B, C])
        {
            Assert.InRange(_wire.To(session).Count(), 199, 201);
            _wire.AssertContinuous(session);
        }
    }

    [Fact]
    public void A_listener_hears_both_and_neither_hears_the_listener()
    {
        Mix((A, [B]), (B, [A]), (C, [A, B]));
        _wire.Beats(200, Speak);
        AssertHears(A, 900);
        AssertHears(B, 500);
        AssertHears(C, 500, 900);
    }

    [Fact]
    public void A_whisper_reaches_one_of_the_two()
    {
        Mix((A, [B]), (B, [A, C]), (C, [A, B]));
        _wire.Beats(200, Speak);
        AssertHears(A, 900);
        AssertHears(B, 500, 1500);
    }

    [Fact]
    public void Two_go_from_a_relay_to_a_mix_and_back_without_a_break_in_their_streams()
    {
        _wire.Do(new MediaCommand.Bridge(A, B));
        _wire.Beats(50, Speak);
        Mix((A, [B]), (B, [A]), (C, [A, B]));
        _wire.Beats(100, beat => Speak(50 + beat));
        _wire.Do(new MediaCommand.Unmix(C));
        _wire.Do(new MediaCommand.Bridge(A, B));
        _wire.Beats(50, beat => Speak(150 + beat));
        _wire.AssertContinuous(A);
        _wire.AssertContinuous(B);
        Assert.InRange(_wire.To(A).Count(), 197, 203);
        AssertHears(A, 900);
        AssertHears(B, 500);
    }

    [Fact]
    public void Who_leaves_a_mix_or_closes_is_heard_no_more_and_the_others_go_on()
    {
        Mix((A, [B, C]), (B, [A, C]), (C, [A, B]));
        _wire.Beats(50, Speak);
        _wire.Do(new MediaCommand.Close(C));
        _wire.Beats(20, beat => Speak(50 + beat));
        _wire.Packets.Clear();
        _wire.Beats(100, beat => Speak(70 + beat));
        AssertHears(A, 900);
        AssertHears(B, 500);
    }

    [Fact]
    public void A_talker_on_a_rough_network_is_heard_continuously_by_the_others()
    {
        Mix((A, [B]), (B, [A]), (C, [A, B]));
        var random = new Random(11);
        var arrivals = Enumerable.Range(0, 450).Where(_ => random.NextDouble() >= 0.1).ToLookup(packet => packet + random.Next(6));
        var packets = Enumerable.Range(0, 450).Select(packet => _a.Say(_toneOfA.Span.Slice(packet * 160, 160))).ToArray();
        _wire.Beats(450, beat =>
        {
            foreach (var packet in arrivals[beat])
            {
                _wire.Hear(A, _a, packets[packet]);
            }
        });
        var heard = Decoded(_wire.To(B)).AsSpan(16_000).ToArray();
        Assert.InRange(Mixing.Voices.LongestSilence(heard), 0, 40);
        _wire.AssertContinuous(B);
    }

    [Fact]
    public void A_key_is_pressed_to_those_who_hear_its_talker_and_to_nobody_else()
    {
        Mix((A, [B]), (B, [A, C]), (C, [A, B]));
        _wire.Beats(10, Speak);
        for (var i = 1; i <= 5; i++)
        {
            _wire.Hear(C, _c, _c.Press(7, i == 5, (ushort)(160 * i), i == 1, 101));
        }

        _wire.Beats(20, beat => Speak(10 + beat));
        Assert.Equal([new MediaEvent.DigitReceived(C, '7')], _wire.Events);
        Assert.Equal([7], _wire.To(B).Where(packet => packet.Rtp.PayloadType == 101).Select(packet => packet.Payload[0]).Distinct());
        Assert.DoesNotContain(_wire.To(A), packet => packet.Rtp.PayloadType == 101);
        _wire.AssertContinuousNumbers(B);
    }

    [Fact]
    public void A_prompt_to_one_is_heard_over_the_mix_and_the_mix_goes_on_after_it()
    {
        Mix((A, [B]), (B, [A]), (C, [A, B]));
        _wire.Beats(50, Speak);
        _wire.Do(new MediaCommand.Play(A, 1, [Tone(2000, 0.2)]));
        _wire.Beats(12, beat => Speak(50 + beat));
        _wire.Packets.Clear();
        _wire.Beats(50, beat => Speak(62 + beat));
        Assert.Equal([new MediaEvent.PlayEnded(A, 1)], _wire.Events);
        AssertHears(A, 900);
    }

    [Fact]
    public void To_one_on_hold_nothing_is_sent_and_the_others_hear_each_other()
    {
        Mix((A, [B, C]), (B, [A, C]), (C, [A, B]));
        _wire.Do(new MediaCommand.Configure(A, At("192.0.2.1", 4000, direction: MediaDirection.Inactive)));
        _wire.Beats(100, Speak);
        Assert.Empty(_wire.To(A));
        AssertHears(B, 1500);
        AssertHears(C, 900);
    }

    [Fact]
    public void Loud_talkers_together_are_cut_off_and_do_not_wrap_around()
    {
        Mix((A, [B, C]), (B, []), (C, []));
        var loud = Enumerable.Repeat((short)30_000, 160).ToArray();
        var (b, c) = (new byte[160], new byte[160]);
        G711Codec.Encode(G711.Pcma, loud, b);
        G711Codec.Encode(G711.Pcmu, loud, c);
        _wire.Beats(50, _ =>
        {
            _wire.Hear(B, _b, _b.Say(b));
            _wire.Hear(C, _c, _c.Say(c));
        });
        Assert.All(Decoded(_wire.To(A).TakeLast(30)), sample => Assert.InRange(sample, 29_000, short.MaxValue));
    }

    [Fact]
    public void A_conversation_is_recorded_with_one_on_each_side_through_relay_mix_and_hold()
    {
        _wire.Do(new MediaCommand.Bridge(A, B));
        _wire.Do(new MediaCommand.RecordCall(A, 9, TimeSpan.FromHours(1)));
        _wire.Beats(100, Speak);
        Mix((A, [B, C]), (B, [A, C]), (C, [A, B]));
        _wire.Beats(100, beat => Speak(100 + beat));
        _wire.Do(new MediaCommand.Unmix(A));
        _wire.Do(new MediaCommand.Unmix(B));
        _wire.Beats(100, beat => Speak(200 + beat));
        _wire.Do(new MediaCommand.StopRecording(A));

        var (left, right) = (Track(0), Track(1));
        Assert.Equal(6 * 8000, left.Length);
        Assert.InRange(ToneMeter.Share(left.AsSpan(4000, 24_000), 500), 0.95, 1);
        Assert.InRange(ToneMeter.Share(right.AsSpan(1600, 14_000), 900), 0.95, 1);
        Assert.InRange(ToneMeter.Share(right.AsSpan(18_000, 13_000), 900), 0.4, 0.6);
        Assert.InRange(ToneMeter.Share(right.AsSpan(18_000, 13_000), 1500), 0.4, 0.6);
        Assert.Equal(-1, left.AsSpan(33_000).IndexOfAnyExcept((short)0));
        Assert.Equal(-1, right.AsSpan(33_000).IndexOfAnyExcept((short)0));
        Assert.Equal(new MediaEvent.RecordingEnded(A, 9, TimeSpan.FromSeconds(6), RecordingEnd.Stopped), _wire.Events[^1]);
    }

    [Fact]
    public void While_a_recording_is_paused_silence_is_written_in_its_place()
    {
        _wire.Do(new MediaCommand.Bridge(A, B));
        _wire.Do(new MediaCommand.RecordCall(A, 9, TimeSpan.FromHours(1)));
        _wire.Beats(100, beat =>
        {
            if (beat is 25 or 75)
            {
                _wire.Do(new MediaCommand.PauseRecording(A, beat == 25));
            }

            Speak(beat);
        });
        _wire.Do(new MediaCommand.Close(A));
        foreach (var track in (short[][])[Track(0), Track(1)])
        {
            Assert.Equal(16_000, track.Length);
            Assert.Equal(-1, track.AsSpan(4200, 7600).IndexOfAnyExcept((short)0));
            Assert.NotEqual(0, track[3000..3800].Max());
            Assert.NotEqual(0, track[12_400..13_000].Max());
        }
    }

    [Fact]
    public void Mixing_allocates_nothing()
    {
        Mix((A, [B, C]), (B, [A, C]), (C, [A, B]));
        var packets = Enumerable.Range(0, 600).Select(i => _a.Say(_toneOfA.Span.Slice(i % 400 * 160, 160))).ToArray();
        var least = long.MaxValue;
        var now = _wire.Now;
        foreach (var round in packets.Chunk(150))
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            foreach (var packet in round)
            {
                now += TimeSpan.FromMilliseconds(20);
                _wire.Machine.Receive(now, A, false, _a.From, packet);
                _wire.Machine.Beat(now);
                while (_wire.Machine.TryTakePacket(out _))
                {
                }
            }

            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.Equal(0, least);
    }

    private short[] Track(int track) =>
        [.. _wire.Events.OfType<MediaEvent.Recorded>().SelectMany(chunk => Enumerable.Range(0, chunk.Samples.Length / 4)
            .Select(i => BinaryPrimitives.ReadInt16LittleEndian(chunk.Samples.Span[((4 * i) + (2 * track))..])))];

    private void Mix(params (MediaSessionId Session, MediaSessionId[] Hears)[] rows)
    {
        foreach (var (session, hears) in rows)
        {
            _wire.Do(new MediaCommand.Mix(session, [.. hears]));
        }
    }

    private void Speak(int beat)
    {
        _wire.Hear(A, _a, _a.Say(_toneOfA.Span.Slice(beat * 160, 160)));
        _wire.Hear(B, _b, _b.Say(_toneOfB.Span.Slice(beat * 160, 160)));
        _wire.Hear(C, _c, _c.Say(_toneOfC.Span.Slice(beat * 160, 160)));
    }

    /// <summary>These tones at their full strength, and none of the others, once the first quarter of a second is over.</summary>
    private void AssertHears(MediaSessionId session, params double[] tones)
    {
        var heard = Decoded(_wire.To(session).Skip(12).Where(packet => packet.Rtp.PayloadType is 0 or 8));
        foreach (var tone in (double[])[500, 900, 1500])
        {
            var strength = ToneMeter.Amplitude(heard, tone);
            Assert.True(tones.Contains(tone) ? strength is > 6000 and < 8600 : strength < 200, $"{session} hears {tone} Hz at {strength:0}");
        }
    }
}
