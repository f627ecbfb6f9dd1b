using System.Buffers.Binary;
using Rappel.Media.Codecs;

namespace Rappel.Media.Sessions;

/// <summary>Lays what one side says on a time line of 8 kHz samples: each packet where its timestamp says, silence where none came.</summary>
/// <param name="room">Samples that are kept: one chunk to leave and one to come.</param>
internal sealed class TapeTrack(int room)
{
    /// <summary>From sample <see cref="_taken"/> on.</summary>
    private readonly short[] _window = new short[room];
    private readonly PacketPlacement _placement = new();
    private long _taken;

    /// <summary>One packet of audio. Gives the sum of its samples, signs taken off: how loud it is.</summary>
    /// <param name="clock">Samples that have passed.</param>
    public long Hear(uint ssrc, uint timestamp, G711 codec, ReadOnlySpan<byte> payload, long clock)
    {
        var at = _placement.Place(ssrc, timestamp, clock) - _taken;
        long sum = 0;
        for (var i = 0; i < payload.Length; i++)
        {
            var sample = G711Codec.Decode(codec, payload[i]);
            sum += Math.Abs((int)sample);
            if (at + i >= 0 && at + i < _window.Length)
            {
                _window[at + i] = sample;
            }
        }

        return sum;
    }

    /// <summary>What is heard at this moment.</summary>
    public void Hear(ReadOnlySpan<short> frame, long clock)
    {
        var at = clock - _taken;
        if (at >= 0 && at + frame.Length <= _window.Length)
        {
            frame.CopyTo(_window.AsSpan((int)at));
        }
    }

    /// <summary>Moves the first samples out, as 16-bit little-endian, one of this track in each <paramref name="tracks"/>.</summary>
    public void Take(int samples, Span<byte> into, int track, int tracks)
    {
        for (var i = 0; i < samples; i++)
        {
            BinaryPrimitives.WriteInt16LittleEndian(into[(2 * ((i * tracks) + track))..], _window[i]);
        }

        _window.AsSpan(samples).CopyTo(_window);
        _window.AsSpan(_window.Length - samples).Clear();
        _taken += samples;
    }
}
