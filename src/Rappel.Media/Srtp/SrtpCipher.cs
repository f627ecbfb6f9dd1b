using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Rappel.Media.Srtp;

/// <summary>The session keys of one direction, of RTP or of RTCP, at work: encryption and authentication (RFC 3711 §4).</summary>
internal sealed class SrtpCipher : IDisposable
{
    private readonly AesCounter _aes;
    private readonly IncrementalHash _authentication;
    private readonly byte[] _salt = new byte[16];
    private readonly byte[] _hash = new byte[20];

    private SrtpCipher(AesCounter aes, IncrementalHash authentication, ReadOnlySpan<byte> salt)
    {
        (_aes, _authentication) = (aes, authentication);
        salt.CopyTo(_salt);
    }

    public static SrtpCipher ForRtp(ReadOnlySpan<byte> masterKey, ReadOnlySpan<byte> masterSalt) => Derive(masterKey, masterSalt, 0);

    public static SrtpCipher ForRtcp(ReadOnlySpan<byte> masterKey, ReadOnlySpan<byte> masterSalt) => Derive(masterKey, masterSalt, 3);

    /// <summary>Encrypts, or decrypts, in place.</summary>
    /// <param name="index">48 bits for RTP, 31 for RTCP.</param>
    public void Apply(uint ssrc, ulong index, Span<byte> bytes)
    {
        Span<byte> start = stackalloc byte[16];
        _salt.CopyTo(start);
        XorAt(start[4..8], ssrc);
        XorAt(start[6..14], index & 0xFFFF_FFFF_FFFF);
        _aes.Apply(start, bytes);
    }

    /// <summary>The tag of these bytes and, for RTP, of the rollover counter that the packet does not carry.</summary>
    public ReadOnlySpan<byte> Tag(ReadOnlySpan<byte> bytes, uint? rollover)
    {
        _authentication.AppendData(bytes);
        if (rollover is { } counter)
        {
            Span<byte> four = stackalloc byte[4];
            BinaryPrimitives.WriteUInt32BigEndian(four, counter);
            _authentication.AppendData(four);
        }

        _authentication.GetHashAndReset(_hash);
        return _hash.AsSpan(0, SrtpLimits.Tag);
    }

    public void Dispose()
    {
        _aes.Dispose();
        _authentication.Dispose();
    }

    /// <summary>RFC 3711 §4.3.1 with a key derivation rate of zero: once for all packets.</summary>
    internal static void DeriveKey(AesCounter master, ReadOnlySpan<byte> masterSalt, byte label, Span<byte> into)
    {
        Span<byte> start = stackalloc byte[16];
        start.Clear();
        masterSalt.CopyTo(start);
        start[7] ^= label;
        into.Clear();
        master.Apply(start, into);
    }

    [SuppressMessage("Security", "CA5350", Justification = "HMAC-SHA1 is what the profile that every browser speaks is made of (RFC 5764 §4.1.2).")]
    private static SrtpCipher Derive(ReadOnlySpan<byte> masterKey, ReadOnlySpan<byte> masterSalt, byte firstLabel)
    {
        using var master = new AesCounter(masterKey);
        Span<byte> key = stackalloc byte[SrtpLimits.Key];
        Span<byte> authentication = stackalloc byte[SrtpLimits.AuthenticationKey];
        Span<byte> salt = stackalloc byte[SrtpLimits.Salt];
        DeriveKey(master, masterSalt, firstLabel, key);
        DeriveKey(master, masterSalt, (byte)(firstLabel + 1), authentication);
        DeriveKey(master, masterSalt, (byte)(firstLabel + 2), salt);
        return new SrtpCipher(new AesCounter(key), IncrementalHash.CreateHMAC(HashAlgorithmName.SHA1, authentication), salt);
    }

    private static void XorAt(Span<byte> four, uint value) =>
        BinaryPrimitives.WriteUInt32BigEndian(four, BinaryPrimitives.ReadUInt32BigEndian(four) ^ value);

    private static void XorAt(Span<byte> eight, ulong value) =>
        BinaryPrimitives.WriteUInt64BigEndian(eight, BinaryPrimitives.ReadUInt64BigEndian(eight) ^ value);
}
