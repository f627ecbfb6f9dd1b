namespace Rappel.Media.Ice;

/// <summary>The checksum of STUN's FINGERPRINT (ITU-T V.42, RFC 8489 §14.7).</summary>
internal static class Crc32
{
    private const uint Polynomial = 0xEDB8_8320;
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(Row)];

    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        foreach (var one in bytes)
        {
            sum = Table[(byte)(sum ^ one)] ^ (sum >> 8);
        }

        return ~sum;
    }

    private static uint Row(int value)
    {
        var row = (uint)value;
        for (var bit = 0; bit < 8; bit++)
        {
            row = (row & 1) != 0 ? (row >> 1) ^ Polynomial : row >> 1;
        }

        return row;
    }
}
