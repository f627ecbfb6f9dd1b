namespace Rappel.Media.Codecs;

/// <summary>A-law of ITU-T G.711 (PCMA): one byte a sample, as 16-bit linear and back, by table.</summary>
public static class ALaw
{
    /// <summary>The quietest positive step; A-law has no zero.</summary>
    public const byte Silence = 0xD5;

    /// <summary>Even bits are inverted on the line.</summary>
    private const int Inversion = 0x55;

    private static readonly short[] Linear = BuildLinear();
    private static readonly byte[] Coded = BuildCoded();

    public static short Decode(byte code) => Linear[code];

    public static byte Encode(short sample) => Coded[(ushort)sample];

    private static short[] BuildLinear()
    {
        var table = new short[256];
        for (var code = 0; code < 256; code++)
        {
            var bits = code ^ Inversion;
            var segment = (bits & 0x70) >> 4;
            var magnitude = ((bits & 0x0F) << 4) + 8;
            if (segment > 0)
            {
                magnitude = (magnitude + 0x100) << (segment - 1);
            }

            table[code] = (short)((bits & 0x80) != 0 ? magnitude : -magnitude);
        }

        return table;
    }

    private static byte[] BuildCoded()
    {
        var table = new byte[65536];
        for (var sample = short.MinValue; ; sample++)
        {
            table[(ushort)sample] = Compress(sample);
            if (sample == short.MaxValue)
            {
                return table;
            }
        }
    }

    private static byte Compress(int sample)
    {
        // One's complement keeps the decision levels symmetric: -1 belongs to the first negative step.
        var sign = sample < 0 ? 0 : 0x80;
        var magnitude = sample < 0 ? ~sample : sample;
        var segment = magnitude < 0x100 ? 0 : System.Numerics.BitOperations.Log2((uint)magnitude) - 7;
        var step = (magnitude >> (segment < 2 ? 4 : segment + 3)) & 0x0F;
        return (byte)((sign | (segment << 4) | step) ^ Inversion);
    }
}
