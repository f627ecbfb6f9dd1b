using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Rappel.Media.Ice;

/// <summary>A STUN message as it came: where in its bytes the attributes lie that we know (RFC 8489 §5).</summary>
internal readonly ref struct StunMessage
{
    public const ushort BindingRequest = 0x0001;
    public const ushort BindingSuccess = 0x0101;
    public const ushort BindingError = 0x0111;

    private readonly ReadOnlySpan<byte> _bytes;
    private readonly int _integrity;

    private StunMessage(ReadOnlySpan<byte> bytes, int integrity)
    {
        _bytes = bytes;
        _integrity = integrity;
    }

    public ushort Type => BinaryPrimitives.ReadUInt16BigEndian(_bytes);

    public ReadOnlySpan<byte> TransactionId => _bytes.Slice(8, StunLimits.TransactionId);

    public ReadOnlySpan<byte> UserName { get; private init; }

    /// <summary>Of the candidate that is checked; 0 where not told.</summary>
    public uint Priority { get; private init; }

    /// <summary>The browser wants this path to be used.</summary>
    public bool UseCandidate { get; private init; }

    /// <summary>An attribute that must be understood and is not (§14); 0 for none.</summary>
    public ushort Unknown { get; private init; }

    /// <summary>False where the bytes are no STUN message, or its checksum is wrong or lacking: ICE demands one (RFC 8445 §7.1).</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out StunMessage message)
    {
        message = default;
        if (bytes.Length < StunLimits.Header || bytes[0] > 3 || BinaryPrimitives.ReadUInt32BigEndian(bytes[4..]) != StunLimits.Cookie
            || BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]) + StunLimits.Header != bytes.Length || bytes.Length % 4 != 0)
        {
            return false;
        }

        var (integrity, priority, wanted, unknown, isWhole) = (0, 0u, false, (ushort)0, false);
        ReadOnlySpan<byte> user = [];
        for (var at = StunLimits.Header; at + 4 <= bytes.Length && !isWhole;)
        {
            var type = BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);
            int length = BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
            if (at + 4 + length > bytes.Length)
            {
                return false;
            }

            var value = bytes.Slice(at + 4, length);
            switch ((StunAttribute)type)
            {
                case StunAttribute.Fingerprint:
                    isWhole = length == 4 && BinaryPrimitives.ReadUInt32BigEndian(value) == Checksum(bytes[..at]);
                    if (!isWhole)
                    {
                        return false;
                    }

                    break;

                // §14.5: what follows is not covered by it, and is passed over but for the checksum.
                case not 0 when integrity > 0:
                    break;
                case StunAttribute.MessageIntegrity when length == 20:
                    integrity = at;
                    break;
                case StunAttribute.UserName when length <= StunLimits.UserName:
                    user = value;
                    break;
                case StunAttribute.Priority when length == 4:
                    priority = BinaryPrimitives.ReadUInt32BigEndian(value);
                    break;
                case StunAttribute.UseCandidate:
                    wanted = true;
                    break;
                default:
                    unknown = type < 0x8000 && !Enum.IsDefined((StunAttribute)type) ? type : unknown;
                    break;
            }

            at += 4 + ((length + 3) & ~3);
        }

        message = new StunMessage(bytes, integrity) { UserName = user, Priority = priority, UseCandidate = wanted, Unknown = unknown };
        return isWhole;
    }

    /// <summary>Whether whoever sent it knows the password (§14.5).</summary>
    public bool IsAuthentic(string password)
    {
        if (_integrity == 0)
        {
            return false;
        }

        Span<byte> expected = stackalloc byte[20];
        Integrity(_bytes[.._integrity], password, expected);
        return CryptographicOperations.FixedTimeEquals(expected, _bytes.Slice(_integrity + 4, 20));
    }

    /// <summary>HMAC-SHA1 over what comes before the attribute, with the length as if the message ended with it.</summary>
    [SuppressMessage("Security", "CA5350", Justification = "HMAC-SHA1 is what MESSAGE-INTEGRITY is (RFC 8489 §14.5), and what browsers send.")]
    public static void Integrity(ReadOnlySpan<byte> before, string password, Span<byte> into)
    {
        Span<byte> header = stackalloc byte[StunLimits.Header];
        before[..StunLimits.Header].CopyTo(header);
        BinaryPrimitives.WriteUInt16BigEndian(header[2..], (ushort)(before.Length - StunLimits.Header + 24));
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA1, Encoding.UTF8.GetBytes(password));
        hash.AppendData(header);
        hash.AppendData(before[StunLimits.Header..]);
        hash.GetHashAndReset(into);
    }

    /// <summary>Of what comes before the attribute, whose length counts already (§14.7).</summary>
    public static uint Checksum(ReadOnlySpan<byte> before) => Crc32.Of(before) ^ 0x5354_554E;
}
