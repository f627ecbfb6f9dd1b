namespace Rappel.Sip.Refusals;

/// <summary>
/// What became of the INVITEs that came last, so that one that comes again is treated as the first time: a call that was taken must not be
/// refused after its 100, nor a refused one taken after its 503. Fixed in size; where full, the oldest of a row is forgotten.
/// For one thread at a time.
/// </summary>
/// <param name="rows">A power of two; each holds eight: a line of the processor's cache.</param>
public sealed class RecentInvites(int rows = RecentInvites.Rows)
{
    /// <summary>65,536 INVITEs, half a megabyte: at 1,600 a second those of 40 s. A caller repeats an INVITE for 32 s (RFC 3261 §17.1.1.2).</summary>
    public const int Rows = 8_192;

    private const int Width = 8;
    private const ulong RefusedBit = 1;

    private readonly ulong[] _keys = new ulong[rows * Width];

    /// <summary>True where the INVITE was seen before.</summary>
    public bool TryFind(ulong key, out bool refused)
    {
        foreach (var kept in Row(key))
        {
            if ((kept | RefusedBit) == (key | RefusedBit))
            {
                refused = (kept & RefusedBit) != 0;
                return true;
            }
        }

        refused = false;
        return false;
    }

    public void Keep(ulong key, bool refused)
    {
        var row = Row(key);
        row[..(Width - 1)].CopyTo(row[1..]);
        row[0] = (key & ~RefusedBit) | (refused ? RefusedBit : 0);
    }

    // By the upper bits: the lowest is not part of what is kept.
    private Span<ulong> Row(ulong key) => _keys.AsSpan((int)((key >> 32) & ((ulong)rows - 1)) * Width, Width);
}
