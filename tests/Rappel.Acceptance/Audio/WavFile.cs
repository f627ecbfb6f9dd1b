using System.Buffers.Binary;
using System.IO;
using System.Runtime.InteropServices;
using System.Text;

namespace Rappel.Acceptance.Audio;

/// <summary>Mono 16-bit WAV at 8 kHz, as the phones here read and write it.</summary>
internal static class WavFile
{
    private const int HeaderLength = 44;

    public static void Write(string path, ReadOnlySpan<short> samples)
    {
        var bytes = MemoryMarshal.AsBytes(samples);
        Span<byte> header = stackalloc byte[HeaderLength];
        "RIFF"u8.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header[4..], HeaderLength - 8 + bytes.Length);
        "WAVEfmt "u8.CopyTo(header[8..]);
        BinaryPrimitives.WriteInt32LittleEndian(header[16..], 16);
        BinaryPrimitives.WriteInt16LittleEndian(header[20..], 1);
        BinaryPrimitives.WriteInt16LittleEndian(header[22..], 1);
        BinaryPrimitives.WriteInt32LittleEndian(header[24..], Tone.Rate);
        BinaryPrimitives.WriteInt32LittleEndian(header[28..], Tone.Rate * 2);
        BinaryPrimitives.WriteInt16LittleEndian(header[32..], 2);
        BinaryPrimitives.WriteInt16LittleEndian(header[34..], 16);
        "data"u8.CopyTo(header[36..]);
        BinaryPrimitives.WriteInt32LittleEndian(header[40..], bytes.Length);
        using var file = File.Create(path);
        file.Write(header);
        file.Write(bytes);
    }

    /// <summary>The two channels of a file with two.</summary>
    public static (short[] Left, short[] Right) Sides(byte[] file)
    {
        var both = Read(file);
        return ([.. both.Where((_, i) => i % 2 == 0)], [.. both.Where((_, i) => i % 2 == 1)]);
    }

    /// <summary>The samples, whatever chunks stand before them; empty where it is no such file.</summary>
    public static short[] Read(string path) => Read(File.ReadAllBytes(path).AsSpan());

    private static short[] Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 12 || !bytes[..4].SequenceEqual("RIFF"u8))
        {
            return [];
        }

        for (var at = 12; at + 8 <= bytes.Length;)
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(bytes[(at + 4)..]);
            if (Encoding.ASCII.GetString(bytes.Slice(at, 4)) == "data")
            {
                var data = bytes[(at + 8)..];
                data = data[..(Math.Min(Math.Max(length, 0), data.Length) & ~1)];
                return MemoryMarshal.Cast<byte, short>(data).ToArray();
            }

            at += 8 + Math.Max(length, 0) + (length & 1);
        }

        return [];
    }
}
