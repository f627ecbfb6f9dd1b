using System.Buffers.Binary;

namespace Rappel.Media.Audio;

/// <summary>A whole clip as WAV bytes: 8 kHz, mono, 16-bit linear.</summary>
public static class WavWriter
{
    public static byte[] ToBytes(ReadOnlySpan<short> samples)
    {
        var bytes = new byte[WavHeader.Length + (samples.Length * 2)];
        WavHeader.Write(bytes, samples.Length * 2);
        for (var i = 0; i < samples.Length; i++)
        {
            BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(WavHeader.Length + (i * 2)), samples[i]);
        }

        return bytes;
    }
}
