using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Rappel.Sip.Authentication;

/// <summary>
/// Makes nonces and tells whether one may be used. A nonce carries its time and a keyed hash, so nothing is kept for a challenge that nobody
/// answers: a flood of them costs no memory. Kept are the counts of nonces that a right password was used with, up to a limit.
/// </summary>
internal sealed class NonceBook
{
    private const int StampBytes = 16;
    private const int NonceBytes = 32;
    private const int WindowBits = 64;

    private readonly byte[] secret = new byte[32];
    private readonly Func<ulong> entropy;
    private readonly SipLimits limits;
    private readonly Dictionary<string, Use> uses = new(StringComparer.Ordinal);
    private readonly Queue<(string Nonce, Instant IssuedAt)> order = new();

    /// <summary>A nonce as old as this, whose count we may have dropped, is no longer taken: else its answers could be played again.</summary>
    private Instant floor = Instant.MinValue;

    public NonceBook(Func<ulong> entropy, SipLimits limits)
    {
        this.entropy = entropy;
        this.limits = limits;
        for (var i = 0; i < secret.Length; i += 8)
        {
            BinaryPrimitives.WriteUInt64BigEndian(secret.AsSpan(i), entropy());
        }
    }

    public int Count => uses.Count;

    public string Issue(Instant now)
    {
        Span<byte> nonce = stackalloc byte[NonceBytes];
        BinaryPrimitives.WriteInt64BigEndian(nonce, now.UtcTicks);
        BinaryPrimitives.WriteUInt64BigEndian(nonce[8..], entropy());
        Seal(nonce[..StampBytes], nonce[StampBytes..]);
        return Convert.ToHexStringLower(nonce);
    }

    /// <summary>Takes note of one use. False where the nonce is not ours, is too old, or has been used with this count or without any.</summary>
    /// <param name="count">Hex; null where the peer counts not, which makes the nonce good once.</param>
    public bool TryUse(Instant now, string nonce, string? count)
    {
        if (!TryReadTime(nonce, out var issuedAt) || issuedAt > now || now - issuedAt > limits.NonceLifetime)
        {
            return false;
        }

        Forget(now);
        if (!uses.TryGetValue(nonce, out var use))
        {
            if (issuedAt <= floor)
            {
                return false;
            }

            use = new Use();
            uses.Add(nonce, use);
            order.Enqueue((nonce, issuedAt));
        }

        return use.TryMark(count is null ? null : uint.Parse(count, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
    }

    private void Forget(Instant now)
    {
        while (order.TryPeek(out var oldest) && (order.Count >= limits.NonceCount || now - oldest.IssuedAt > limits.NonceLifetime))
        {
            order.Dequeue();
            uses.Remove(oldest.Nonce);
            floor = oldest.IssuedAt > floor ? oldest.IssuedAt : floor;
        }
    }

    private bool TryReadTime(string nonce, out Instant issuedAt)
    {
        issuedAt = default;
        Span<byte> bytes = stackalloc byte[NonceBytes];
        Span<byte> seal = stackalloc byte[NonceBytes - StampBytes];
        if (nonce.Length != 2 * NonceBytes
            || Convert.FromHexString(nonce, bytes, out _, out _) != System.Buffers.OperationStatus.Done)
        {
            return false;
        }

        Seal(bytes[..StampBytes], seal);
        if (!CryptographicOperations.FixedTimeEquals(seal, bytes[StampBytes..]))
        {
            return false;
        }

        issuedAt = new Instant(BinaryPrimitives.ReadInt64BigEndian(bytes), TimeSpan.Zero);
        return true;
    }

    private void Seal(ReadOnlySpan<byte> stamp, Span<byte> seal)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(secret, stamp, hash);
        hash[..seal.Length].CopyTo(seal);
    }

    /// <summary>The counts seen on one nonce. Requests over UDP may overtake each other, so the last 64 are told apart; older ones count as seen.</summary>
    private sealed class Use
    {
        private uint highest;
        private ulong window;
        private bool closed;

        public bool TryMark(uint? count)
        {
            if (closed || count == 0)
            {
                return false;
            }

            if (count is not { } number)
            {
                closed = true;
                return highest == 0;
            }

            if (number > highest)
            {
                var step = number - highest;
                window = step >= WindowBits ? 1 : (window << (int)step) | 1;
                highest = number;
                return true;
            }

            var age = highest - number;
            if (age >= WindowBits || (window & (1UL << (int)age)) != 0)
            {
                return false;
            }

            window |= 1UL << (int)age;
            return true;
        }
    }
}
