using System.Buffers.Binary;
using Rappel.Media.Codecs;
using Rappel.Media.Sessions;

namespace Rappel.Media.Audio;

/// <summary>
/// Reads any usual WAV file - linear 8, 16, 24 or 32 bits, float, µ-law, A-law, any rate and channels - as what we play: channels mixed
/// to one, brought to 8 kHz.
/// </summary>
public static class WavReader
{
    /// <summary>False with a reason where the bytes are no WAV file we can play. Never throws.</summary>
    public static bool TryRead(ReadOnlySpan<byte> file, string name, out AudioClip? clip, out WavRefusal refusal)
    {
        clip = null;
        if (!WavLayout.TryFind(file, file.Length, out var layout, out refusal))
        {
            return false;
        }

        var format = layout.Format;
        var data = file.Slice((int)layout.Start, (int)layout.Bytes);
        var frame = format.FrameBytes;
        var mixed = new float[data.Length / frame];
        for (var i = 0; i < mixed.Length; i++)
        {
            mixed[i] = Mix(data.Slice(i * frame, frame), format);
        }

        clip = new AudioClip(name, ToSamples(Resampler.ToEightKilohertz(mixed, format.Rate)));
        return true;
    }

    private static float Mix(ReadOnlySpan<byte> frame, WavFormat format)
    {
        var width = format.Bits / 8;
        var sum = 0f;
        for (var channel = 0; channel < format.Channels; channel++)
        {
            sum += One(frame.Slice(channel * width, width), format);
        }

        return sum / format.Channels;
    }

    /// <summary>One sample in the scale of 16 bits.</summary>
    private static float One(ReadOnlySpan<byte> bytes, WavFormat format) => (format.Coding, format.Bits) switch
    {
        (WavFormat.ALaw, _) => ALaw.Decode(bytes[0]),
        (WavFormat.MuLaw, _) => MuLaw.Decode(bytes[0]),
        (WavFormat.Float, 32) => Finite(BinaryPrimitives.ReadSingleLittleEndian(bytes) * 32767f),
        (WavFormat.Float, _) => Finite((float)(BinaryPrimitives.ReadDoubleLittleEndian(bytes) * 32767)),
        (_, 8) => (bytes[0] - 128) * 256f,
        (_, 16) => BinaryPrimitives.ReadInt16LittleEndian(bytes),
        (_, 24) => ((bytes[0] << 8) | (bytes[1] << 16) | (bytes[2] << 24)) / 65536f,
        _ => BinaryPrimitives.ReadInt32LittleEndian(bytes) / 65536f,
    };

    private static float Finite(float value) => float.IsFinite(value) ? value : 0;

    private static short[] ToSamples(ReadOnlySpan<float> audio)
    {
        var samples = new short[audio.Length];
        for (var i = 0; i < audio.Length; i++)
        {
            samples[i] = (short)Math.Clamp(MathF.Round(audio[i]), short.MinValue, short.MaxValue);
        }

        return samples;
    }
}
