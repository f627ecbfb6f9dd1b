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
    private const int Linear = 1;
    private const int Float = 3;
    private const int ALawCoded = 6;
    private const int MuLawCoded = 7;
    private const int Extensible = 0xFFFE;

    private readonly record struct Format(int Coding, int Channels, int Rate, int Bits);

    /// <summary>False with a reason where the bytes are no WAV file we can play. Never throws.</summary>
    public static bool TryRead(ReadOnlySpan<byte> file, string name, out AudioClip? clip, out string refusal)
    {
        clip = null;
        if (!TryFind(file, out var format, out var data, out refusal))
        {
            return false;
        }

        var frame = format.Bits / 8 * format.Channels;
        var mixed = new float[data.Length / frame];
        for (var i = 0; i < mixed.Length; i++)
        {
            mixed[i] = Mix(data.Slice(i * frame, frame), format);
        }

        clip = new AudioClip(name, ToSamples(Resampler.ToEightKilohertz(mixed, format.Rate)));
        return true;
    }

    private static bool TryFind(ReadOnlySpan<byte> file, out Format format, out ReadOnlySpan<byte> data, out string refusal)
    {
        format = default;
        data = default;
        if (file.Length > WavLimits.File || file.Length < 12 || !file[..4].SequenceEqual("RIFF"u8) || !file[8..12].SequenceEqual("WAVE"u8))
        {
            refusal = file.Length > WavLimits.File ? "wav-too-long" : "not-a-wav";
            return false;
        }

        for (var rest = file[12..]; rest.Length >= 8;)
        {
            // A recorder that was cut off leaves a length of zero or of more than there is: take what there is.
            var said = BinaryPrimitives.ReadUInt32LittleEndian(rest[4..]);
            var length = (int)Math.Min(said, (uint)(rest.Length - 8));
            var chunk = rest.Slice(8, length);
            if (rest[..4].SequenceEqual("fmt "u8) && chunk.Length >= 16)
            {
                format = ReadFormat(chunk);
            }
            else if (rest[..4].SequenceEqual("data"u8))
            {
                data = said == 0 ? rest[8..] : chunk;
                refusal = Refuse(format);
                return refusal.Length == 0;
            }

            rest = rest[Math.Min(rest.Length, 8 + length + (length & 1))..];
        }

        refusal = "wav-without-data";
        return false;
    }

    private static Format ReadFormat(ReadOnlySpan<byte> chunk)
    {
        int coding = BinaryPrimitives.ReadUInt16LittleEndian(chunk);
        if (coding == Extensible && chunk.Length >= 26)
        {
            coding = BinaryPrimitives.ReadUInt16LittleEndian(chunk[24..]);
        }

        var rate = BinaryPrimitives.ReadUInt32LittleEndian(chunk[4..]);
        return new Format(
            coding,
            BinaryPrimitives.ReadUInt16LittleEndian(chunk[2..]),
            (int)Math.Min(rate, int.MaxValue),
            BinaryPrimitives.ReadUInt16LittleEndian(chunk[14..]));
    }

    private static string Refuse(Format format) => format switch
    {
        { Coding: 0 } => "wav-without-format",
        { Channels: < 1 or > WavLimits.Channels } => "wav-channels",
        { Rate: < WavLimits.LowestRate or > WavLimits.HighestRate } => "wav-rate",
        { Coding: Linear, Bits: 8 or 16 or 24 or 32 } => "",
        { Coding: Float, Bits: 32 } => "",
        { Coding: ALawCoded or MuLawCoded, Bits: 8 } => "",
        _ => "wav-coding",
    };

    private static float Mix(ReadOnlySpan<byte> frame, Format format)
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
    private static float One(ReadOnlySpan<byte> bytes, Format format) => (format.Coding, format.Bits) switch
    {
        (ALawCoded, _) => ALaw.Decode(bytes[0]),
        (MuLawCoded, _) => MuLaw.Decode(bytes[0]),
        (Float, _) => Finite(BinaryPrimitives.ReadSingleLittleEndian(bytes) * 32767f),
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
