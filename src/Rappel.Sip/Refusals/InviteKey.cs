namespace Rappel.Sip.Refusals;

/// <summary>
/// 64 bits by which an INVITE that comes again is known: of its top Via, Call-ID and CSeq, which name its transaction (RFC 3261 §17.2.3) and are
/// the same each time. Two calls that have the same by chance share one answer: at the rates there are, once in millions of years.
/// </summary>
public static class InviteKey
{
    private const ulong Basis = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <param name="secret">Of this process, so that nobody outside can tell keys in advance.</param>
    public static ulong Of(in InviteScan scan, ulong secret) =>
        Mixed(Add(Add(Add(Basis ^ secret, scan.Via), scan.CallId), scan.CSeq));

    /// <summary>Of a whole message, where a scan is not to be had: a message sent again is the same to the byte.</summary>
    public static ulong Of(ReadOnlySpan<byte> message, ulong secret) => Mixed(Add(Basis ^ secret, message));

    /// <summary>FNV-1a.</summary>
    private static ulong Add(ulong hash, ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes)
        {
            hash = (hash ^ b) * Prime;
        }

        // Between two parts, so that moving a byte from one to the next gives another key.
        return (hash ^ 0xFF) * Prime;
    }

    private static ulong Mixed(ulong hash)
    {
        hash ^= hash >> 32;
        hash *= 0x9E3779B97F4A7C15;
        return hash ^ (hash >> 29);
    }
}
