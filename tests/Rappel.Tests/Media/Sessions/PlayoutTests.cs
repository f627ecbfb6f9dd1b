using Rappel.Media.Audio;
using Rappel.Media.Sessions;
using static Rappel.Tests.Media.Sessions.Wire;

namespace Rappel.Tests.Media.Sessions;

public class PlayoutTests
{
    private readonly Wire _wire = new();

    [Fact]
    public void Nothing_is_sent_before_the_session_is_configured_and_the_prompt_waits()
    {
        _wire.Open(A);
        _wire.Do(new MediaCommand.Play(A, 1, [Tone(500, 0.1)]));
        _wire.Beats(50);
        Assert.Empty(_wire.Packets);
        Assert.Empty(_wire.Events);
        _wire.Do(new MediaCommand.Configure(A, At("192.0.2.1", 4000)));
        _wire.Beats(6);
        Assert.Equal([new MediaEvent.PlayEnded(A, 1)], _wire.Events);
    }

    [Theory]
    [InlineData(G711.Pcmu)]
    [InlineData(G711.Pcma)]
    public void Clips_play_one_after_another_and_the_end_is_told_once(G711 codec)
    {
        _wire.Open(A, At("192.0.2.1", 4000, codec));
        _wire.Do(new MediaCommand.Play(A, 7, [Tone(500, 0.5), Tone(900, 0.505)]));
        _wire.Beats(100);
        var audio = Decoded(_wire.To(A));
        Assert.Equal(16_000, audio.Length);
        Assert.InRange(ToneMeter.Share(audio.AsSpan(0, 4000), 500), 0.97, 1);
        Assert.InRange(ToneMeter.Share(audio.AsSpan(4000, 4040), 900), 0.97, 1);
        Assert.All(audio[8040..], sample => Assert.InRange(sample, -8, 8));
        Assert.Equal([new MediaEvent.PlayEnded(A, 7)], _wire.Events);
        _wire.AssertContinuous(A);
    }

    [Fact]
    public void Nothing_to_play_ends_at_once()
    {
        _wire.Open(A);
        _wire.Do(new MediaCommand.Play(A, 3, []));
        _wire.Do(new MediaCommand.Play(A, 4, [new AudioClip("empty", Array.Empty<short>())]));
        Assert.Equal([new MediaEvent.PlayEnded(A, 3), new MediaEvent.PlayEnded(A, 4)], _wire.Events);
    }

    [Fact]
    public void A_loop_goes_on_without_an_end_until_something_else_is_played()
    {
        _wire.Open(A, At("192.0.2.1", 4000));
        _wire.Do(new MediaCommand.PlayLoop(A, Tone(500, 0.1)));
        _wire.Beats(100);
        Assert.Empty(_wire.Events);
        Assert.InRange(ToneMeter.Share(Decoded(_wire.To(A)), 500), 0.97, 1);
        _wire.Do(new MediaCommand.StopPlaying(A));
        _wire.Beats(10);
        Assert.All(Decoded(_wire.To(A).Skip(100)), sample => Assert.Equal(0, sample));
        Assert.Empty(_wire.Events);
        _wire.AssertContinuous(A);
    }

    [Fact]
    public void What_is_replaced_tells_no_end()
    {
        _wire.Open(A, At("192.0.2.1", 4000));
        _wire.Do(new MediaCommand.Play(A, 1, [Tone(500, 1)]));
        _wire.Beats(5);
        _wire.Do(new MediaCommand.Play(A, 2, [Tone(900, 0.02)]));
        _wire.Beats(60);
        Assert.Equal([new MediaEvent.PlayEnded(A, 2)], _wire.Events);
    }

    [Fact]
    public void On_hold_nothing_is_sent_but_the_prompt_goes_on_in_time()
    {
        _wire.Open(A, At("192.0.2.1", 4000));
        _wire.Do(new MediaCommand.Play(A, 1, [Tone(500, 0.4)]));
        _wire.Beats(5);
        _wire.Do(new MediaCommand.Configure(A, At("192.0.2.1", 4000, direction: MediaDirection.ReceiveOnly)));
        _wire.Beats(20);
        Assert.Equal(5, _wire.To(A).Count());
        Assert.Single(_wire.Events);
        _wire.Do(new MediaCommand.Configure(A, At("192.0.2.1", 4000)));
        _wire.Beats(5);
        Assert.Equal(10, _wire.To(A).Count());
        _wire.AssertContinuous(A);
    }

    [Fact]
    public void Keys_take_the_place_of_audio_and_the_prompt_waits_for_them()
    {
        _wire.Open(A, At("192.0.2.1", 4000));
        _wire.Do(new MediaCommand.Play(A, 1, [Tone(500, 0.2)]));
        _wire.Beats(5);
        _wire.Do(new MediaCommand.SendDigits(A, "12"));
        _wire.Beats(30);
        var events = _wire.To(A).Where(packet => packet.Rtp.PayloadType == 101).ToList();
        Assert.Equal(14, events.Count);
        Assert.Equal(2, events.Count(packet => packet.Rtp.Marker));
        Assert.Equal([1, 2], events.Select(packet => (int)packet.Payload[0]).Distinct());
        Assert.Equal(2, events.Select(packet => packet.Rtp.Timestamp).Distinct().Count());
        Assert.Equal([new MediaEvent.PlayEnded(A, 1)], _wire.Events);
        var all = _wire.To(A).ToList();
        Assert.All(all.Zip(all.Skip(1)), pair => Assert.Equal((ushort)(pair.First.Rtp.Sequence + 1), pair.Second.Rtp.Sequence));
    }

    [Fact]
    public void A_closed_session_is_gone_and_said_goodbye_to()
    {
        _wire.Open(A, At("192.0.2.1", 4000));
        _wire.Open(B, At("192.0.2.2", 4000));
        _wire.Do(new MediaCommand.Close(A));
        Assert.Equal(1, _wire.Machine.SessionCount);
        var goodbye = Assert.Single(_wire.Packets, packet => packet.Rtcp);
        Assert.Equal(4001, goodbye.Destination.Port);
        Assert.Equal("81CB0001000003E8", Convert.ToHexString(goodbye.Bytes[^8..]));
        _wire.Do(new MediaCommand.Play(A, 1, []));
        _wire.Beats(3);
        Assert.Empty(_wire.To(A));
        Assert.Equal(3, _wire.To(B).Count());
        Assert.Empty(_wire.Events);
    }

    [Fact]
    public void A_beat_of_a_hundred_sessions_allocates_nothing()
    {
        var machine = new MediaMachine("test", () => 0);
        var now = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        for (var i = 0; i < 100; i++)
        {
            var session = new MediaSessionId(i);
            machine.Handle(now, new MediaCommand.Open(session, (uint)i, 0, 0));
            machine.Handle(now, new MediaCommand.Configure(session, At("192.0.2.1", 4000 + (2 * i), i % 2 == 0 ? G711.Pcmu : G711.Pcma)));
            machine.Handle(now, new MediaCommand.PlayLoop(session, BuiltInSounds.Music));
        }

        var taken = 0;
        var least = long.MaxValue;
        for (var round = 0; round < 4; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var beat = 0; beat < 250; beat++)
            {
                now += TimeSpan.FromMilliseconds(20);
                machine.Beat(now);
                while (machine.TryTakePacket(out _))
                {
                    taken++;
                }
            }

            // The runtime may count a little of its own (a compilation, a collection of other tests) into one round; ours would be in all.
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.Equal(0, least);
        Assert.InRange(taken, 100_000, 101_000);
    }
}
