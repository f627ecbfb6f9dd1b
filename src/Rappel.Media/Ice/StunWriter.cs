using System.Buffers.Binary;
using System.Net;

namespace Rappel.Media.Ice;

/// <summary>Writes one STUN message: attributes one after another, integrity and checksum last.</summary>
internal ref struct StunWriter
{
    private readonly Span<byte> _buffer;

    public StunWriter(Span<byte> buffer, ushort type, ReadOnlySpan<byte> transaction)
    {
        _buffer = buffer;
        BinaryPrimitives.WriteUInt16BigEndian(buffer, type);
        BinaryPrimitives.WriteUInt32BigEndian(buffer[4..], StunLimits.Cookie);
        transaction.CopyTo(buffer[8..]);
        Length = StunLimits.Header;
    }

    public int Length { get; private set; }

    public void Add(StunAttribute type, scoped ReadOnlySpan<byte> value)
    {
        BinaryPrimitives.WriteUInt16BigEndian(_buffer[Length..], (ushort)type);
        BinaryPrimitives.WriteUInt16BigEndian(_buffer[(Length + 2)..], (ushort)value.Length);
        value.CopyTo(_buffer[(Length + 4)..]);
        var padded = (value.Length + 3) & ~3;
        _buffer.Slice(Length + 4 + value.Length, padded - value.Length).Clear();
        Length += 4 + padded;
        BinaryPrimitives.WriteUInt16BigEndian(_buffer[2..], (ushort)(Length - StunLimits.Header));
    }

    /// <summary>Where the request came from, hidden from NATs that rewrite addresses wherever they see them (§14.2).</summary>
    public void AddMappedAddress(IPEndPoint source)
    {
        Span<byte> value = stackalloc byte[20];
        source.Address.TryWriteBytes(value[4..], out var length);
        value[0] = 0;
        value[1] = (byte)(length == 4 ? 1 : 2);
        BinaryPrimitives.WriteUInt16BigEndian(value[2..], (ushort)(source.Port ^ (StunLimits.Cookie >> 16)));
        for (var i = 0; i < length; i++)
        {
            value[4 + i] ^= _buffer[4 + i];
        }

        Add(StunAttribute.XorMappedAddress, value[..(4 + length)]);
    }

    public void Sign(string password)
    {
        Span<byte> integrity = stackalloc byte[20];
        StunMessage.Integrity(_buffer[..Length], password, integrity);
        Add(StunAttribute.MessageIntegrity, integrity);
        BinaryPrimitives.WriteUInt16BigEndian(_buffer[2..], (ushort)(Length - StunLimits.Header + 8));
        Span<byte> checksum = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(checksum, StunMessage.Checksum(_buffer[..Length]));
        Add(StunAttribute.Fingerprint, checksum);
    }
}
