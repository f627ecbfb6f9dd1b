using System.Buffers.Binary;
using Rappel.Media.Codecs;

namespace Rappel.Media.Sessions;

/// <summary>
/// Lays what a peer says on a time line of 8 kHz samples: each packet where its timestamp says, silence where none came. Beats are its
/// clock; chunks leave a little behind it, so that late packets find their place.
/// </summary>
internal sealed class Recorder(MediaOutbox outbox, MediaCommand.StartRecording order)
{
    private const int Chunk = MediaLimits.SampleRate;
    private static readonly int Delay = Samples(MediaLimits.RecordingDelay);

    /// <summary>One chunk to leave and one to come, from sample <see cref="_flushed"/> on.</summary>
    private readonly short[] _window = new short[2 * Chunk];

    private readonly PacketPlacement _placement = new();
    private readonly long _maximum = Math.Max(0, Samples(order.MaximumLength));
    private readonly long _silence = Samples(order.SilenceLimit);
    private long _flushed;
    private long _clock;
    private long _voice;
    private bool _heard;

    /// <summary>One packet of audio.</summary>
    public void Hear(uint ssrc, uint timestamp, G711 codec, ReadOnlySpan<byte> payload)
    {
        var at = _placement.Place(ssrc, timestamp, _clock);
        long sum = 0;
        for (var i = 0; i < payload.Length; i++)
        {
            var sample = G711Codec.Decode(codec, payload[i]);
            sum += Math.Abs((int)sample);
            var slot = at + i - _flushed;
            if (slot >= 0 && slot < _window.Length)
            {
                _window[slot] = sample;
            }
        }

        if (sum > (long)MediaLimits.SilenceLevel * payload.Length)
        {
            _voice = _clock;
            _heard = true;
        }
    }

    /// <summary>20 ms have passed. True where the recording is over.</summary>
    public bool Beat(out RecordingEnd why)
    {
        _clock += MediaLimits.SamplesPerPacket;
        why = _clock >= _maximum ? RecordingEnd.MaximumLength : RecordingEnd.Silence;
        if (_clock >= _maximum || (_silence > 0 && _clock - _voice >= _silence))
        {
            return true;
        }

        if (_clock - _flushed >= Chunk + Delay)
        {
            Flush(Chunk);
        }

        return false;
    }

    /// <summary>Lets go of what is left, and tells the end. Silence from beginning to end is told as nothing, however long: nobody should have to listen to it.</summary>
    public void End(RecordingEnd why)
    {
        var length = Math.Min(_clock, _maximum);
        while (_flushed < length)
        {
            Flush((int)Math.Min(Chunk, length - _flushed));
        }

        outbox.Tell(new MediaEvent.RecordingEnded(
            order.Session, order.Recording, TimeSpan.FromSeconds((_heard ? length : 0) / (double)MediaLimits.SampleRate), why));
    }

    private void Flush(int samples)
    {
        var bytes = new byte[samples * 2];
        for (var i = 0; i < samples; i++)
        {
            BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(2 * i), _window[i]);
        }

        _window.AsSpan(samples).CopyTo(_window);
        _window.AsSpan(_window.Length - samples).Clear();
        _flushed += samples;
        outbox.Tell(new MediaEvent.Recorded(order.Session, order.Recording, bytes));
    }

    private static int Samples(TimeSpan time) => (int)Math.Clamp(time.Ticks / (TimeSpan.TicksPerSecond / MediaLimits.SampleRate), 0, int.MaxValue);
}
