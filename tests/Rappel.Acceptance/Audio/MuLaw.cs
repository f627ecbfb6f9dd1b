namespace Rappel.Acceptance.Audio;

/// <summary>G.711 μ-law, written apart from the server's own so that one checks the other.</summary>
internal static class MuLaw
{
    private const int Bias = 0x84;
    private const int Clip = 32635;

    public static short Decode(byte code)
    {
        var inverted = (byte)~code;
        var magnitude = ((((inverted & 0x0F) << 3) + Bias) << ((inverted & 0x70) >> 4)) - Bias;
        return (short)((inverted & 0x80) != 0 ? -magnitude : magnitude);
    }

    public static byte Encode(short sample)
    {
        var sign = sample < 0 ? 0x80 : 0;
        var magnitude = Math.Min(Math.Abs((int)sample), Clip) + Bias;
        var exponent = 7;
        for (var mask = 0x4000; exponent > 0 && (magnitude & mask) == 0; mask >>= 1)
        {
            exponent--;
        }

        var mantissa = (magnitude >> (exponent + 3)) & 0x0F;
        return (byte)~(sign | (exponent << 4) | mantissa);
    }
}
