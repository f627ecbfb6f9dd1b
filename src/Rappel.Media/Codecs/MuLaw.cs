namespace Rappel.Media.Codecs;

/// <summary>µ-law of ITU-T G.711 (PCMU): one byte a sample, as 16-bit linear and back, by table.</summary>
public static class MuLaw
{
    /// <summary>Digital silence: positive zero.</summary>
    public const byte Silence = 0xFF;

    private const int Bias = 0x84;
    private const int Clip = 32635;

    private static readonly short[] Linear = BuildLinear();
    private static readonly byte[] Coded = BuildCoded();

    public static short Decode(byte code) => Linear[code];

    public static byte Encode(short sample) => Coded[(ushort)sample];

    private static short[] BuildLinear()
    {
        var table = new short[256];
        for (var code = 0; code < 256; code++)
        {
            // The line carries the complement of sign, segment and step.
            var bits = ~code & 0xFF;
            var magnitude = ((((bits & 0x0F) << 3) + Bias) << ((bits & 0x70) >> 4)) - Bias;
            table[code] = (short)((bits & 0x80) != 0 ? -magnitude : magnitude);
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
        var sign = sample < 0 ? 0x80 : 0;
        var biased = Math.Min(Math.Abs(sample), Clip) + Bias;
        var segment = System.Numerics.BitOperations.Log2((uint)biased) - 7;
        var step = (biased >> (segment + 3)) & 0x0F;
        return (byte)~(sign | (segment << 4) | step);
    }
}
