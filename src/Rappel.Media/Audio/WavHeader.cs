using System.Buffers.Binary;

namespace Rappel.Media.Audio;

/// <summary>The header of the WAV files we write: 8 kHz, 16-bit linear, one channel or two.</summary>
public static class WavHeader
{
    public const int Length = 44;

    private const int Rate = 8000;

    /// <param name="dataBytes">Bytes of samples that follow; what does not fit 32 bits is written as the largest that does.</param>
    public static void Write(Span<byte> header, long dataBytes, int channels = 1)
    {
        var size = (uint)Math.Min(dataBytes, uint.MaxValue - 36);
        "RIFF"u8.CopyTo(header);
        BinaryPrimitives.WriteUInt32LittleEndian(header[4..], size + 36);
        "WAVEfmt "u8.CopyTo(header[8..]);
        BinaryPrimitives.WriteUInt32LittleEndian(header[16..], 16);
        BinaryPrimitives.WriteUInt16LittleEndian(header[20..], 1);
        BinaryPrimitives.WriteUInt16LittleEndian(header[22..], (ushort)channels);
        BinaryPrimitives.WriteUInt32LittleEndian(header[24..], Rate);
        BinaryPrimitives.WriteUInt32LittleEndian(header[28..], (uint)(Rate * 2 * channels));
        BinaryPrimitives.WriteUInt16LittleEndian(header[32..], (ushort)(2 * channels));
        BinaryPrimitives.WriteUInt16LittleEndian(header[34..], 16);
        "data"u8.CopyTo(header[36..]);
        BinaryPrimitives.WriteUInt32LittleEndian(header[40..], size);
    }
}
