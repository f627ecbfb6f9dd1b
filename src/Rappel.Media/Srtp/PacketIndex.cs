namespace Rappel.Media.Srtp;

/// <summary>The 48-bit number of a packet, of which it carries the lower 16 bits (RFC 3711 §3.3.1).</summary>
internal static class PacketIndex
{
    private const ulong Round = 1 << 16;

    /// <summary>Of all indices with this sequence number the one nearest to the highest so far.</summary>
    /// <param name="highest">Null before the first packet.</param>
    public static ulong Nearest(ulong? highest, ushort sequence)
    {
        if (highest is not { } last)
        {
            return sequence;
        }

        var index = (last & ~(Round - 1)) | sequence;
        return index + (Round / 2) < last ? index + Round
            : index > last + (Round / 2) && index >= Round ? index - Round
            : index;
    }
}
