using System.Buffers.Binary;
using Rappel.Media.Audio;
using Rappel.Media.Sessions;
using static Rappel.Tests.Media.Sessions.Wire;

namespace Rappel.Tests.Media.Sessions;

public class RecordingTests
{
    private readonly Wire _wire = new();
    private readonly Speaker _peer = new("192.0.2.1", 4000, 0, 0xAAAA, 65_530, 4_294_960_000);
    private readonly ReadOnlyMemory<byte> _tone = Tone(800, 10).Coded(G711.Pcmu);

    public RecordingTests() => _wire.Open(A, At("192.0.2.1", 4000));

    private short[] Recorded =>
        [.. _wire.Events.OfType<MediaEvent.Recorded>().SelectMany(chunk => Enumerable.Range(0, chunk.Samples.Length / 2)
            .Select(i => BinaryPrimitives.ReadInt16LittleEndian(chunk.Samples.Span[(2 * i)..])))];

    [Fact]
    public void What_is_heard_is_recorded_in_chunks_of_a_second_at_most()
    {
        Record(TimeSpan.FromMinutes(1), TimeSpan.Zero);
        _wire.Beats(175, Speak);
        _wire.Do(new MediaCommand.StopRecording(A));
        Assert.Equal(175 * 160, Recorded.Length);
        Assert.InRange(ToneMeter.Share(Recorded, 800), 0.97, 1);
        Assert.All(_wire.Events.OfType<MediaEvent.Recorded>(), chunk => Assert.InRange(chunk.Samples.Length, 2, 16_000));
        Assert.Equal(new MediaEvent.RecordingEnded(A, 9, TimeSpan.FromSeconds(3.5), RecordingEnd.Stopped), _wire.Events[^1]);
    }

    [Fact]
    public void Lost_packets_are_silence_and_late_ones_find_their_place()
    {
        Record(TimeSpan.FromMinutes(1), TimeSpan.Zero);
        byte[]? late = null;
        _wire.Beats(100, beat =>
        {
            var packet = _peer.Say(_tone.Span.Slice(beat * 160, 160));
            if (beat == 20)
            {
                late = packet;
            }
            else if (beat is not (>= 50 and < 60))
            {
                _wire.Hear(A, _peer, packet);
            }

            if (beat == 23)
            {
                _wire.Hear(A, _peer, late!);
            }
        });
        _wire.Do(new MediaCommand.StopRecording(A));
        var recorded = Recorded;
        Assert.Equal(16_000, recorded.Length);
        Assert.InRange(ToneMeter.Share(recorded.AsSpan(0, 8000), 800), 0.97, 1);
        Assert.Equal(-1, recorded.AsSpan(8000, 1600).IndexOfAnyExcept((short)0));
        Assert.InRange(ToneMeter.Share(recorded.AsSpan(9600, 6400), 800), 0.97, 1);
    }

    [Fact]
    public void A_clock_that_jumps_neither_loses_audio_nor_fills_the_disk()
    {
        Record(TimeSpan.FromMinutes(1), TimeSpan.Zero);
        _wire.Beats(100, beat =>
        {
            if (beat == 50)
            {
                _peer.Timestamp += 1_000_000_000;
            }

            Speak(beat);
        });
        _wire.Do(new MediaCommand.StopRecording(A));
        Assert.Equal(16_000, Recorded.Length);
        Assert.InRange(ToneMeter.Share(Recorded.AsSpan(8000, 8000), 800), 0.97, 1);
    }

    [Fact]
    public void The_longest_length_ends_it_to_the_sample()
    {
        Record(TimeSpan.FromSeconds(1.55), TimeSpan.Zero);
        _wire.Beats(100, Speak);
        Assert.Equal(12_400, Recorded.Length);
        Assert.Equal(
            new MediaEvent.RecordingEnded(A, 9, TimeSpan.FromSeconds(1.55), RecordingEnd.MaximumLength),
            Assert.Single(_wire.Events.OfType<MediaEvent.RecordingEnded>()));
    }

    [Fact]
    public void Silence_ends_it()
    {
        Record(TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(2));
        _wire.Beats(75, Speak);
        _wire.Beats(200, _ => _wire.Hear(A, _peer, _peer.Say(Enumerable.Repeat((byte)0xFE, 160).ToArray())));
        var ended = Assert.Single(_wire.Events.OfType<MediaEvent.RecordingEnded>());
        Assert.Equal(RecordingEnd.Silence, ended.Why);
        Assert.InRange(ended.Length.TotalSeconds, 3.4, 3.6);
    }

    [Fact]
    public void Silence_from_beginning_to_end_is_told_as_nothing()
    {
        Record(TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(2));
        _wire.Beats(200, _ => _wire.Hear(A, _peer, _peer.Say(Enumerable.Repeat((byte)0xFE, 160).ToArray())));
        Assert.Equal(TimeSpan.Zero, Assert.Single(_wire.Events.OfType<MediaEvent.RecordingEnded>()).Length);
    }

    [Fact]
    public void A_peer_that_hangs_up_ends_it_with_what_there_is()
    {
        Record(TimeSpan.FromMinutes(1), TimeSpan.Zero);
        _wire.Beats(10, Speak);
        _wire.Do(new MediaCommand.Close(A));
        Assert.Equal(1600, Recorded.Length);
        Assert.Equal(RecordingEnd.SessionClosed, Assert.IsType<MediaEvent.RecordingEnded>(_wire.Events[^1]).Why);
    }

    [Fact]
    public void A_bridge_goes_on_being_recorded()
    {
        _wire.Open(B, At("192.0.2.2", 4000));
        _wire.Do(new MediaCommand.Bridge(A, B));
        Record(TimeSpan.FromMinutes(1), TimeSpan.Zero);
        _wire.Beats(50, Speak);
        _wire.Do(new MediaCommand.StopRecording(A));
        Assert.InRange(ToneMeter.Share(Recorded, 800), 0.97, 1);
        Assert.Equal(50, _wire.To(B).Count());
    }

    private void Speak(int beat) => _wire.Hear(A, _peer, _peer.Say(_tone.Span.Slice(beat * 160, 160)));

    private void Record(TimeSpan longest, TimeSpan silence) => _wire.Do(new MediaCommand.StartRecording(A, 9, longest, silence));
}
