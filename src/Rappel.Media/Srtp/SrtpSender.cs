using System.Buffers.Binary;
using Rappel.Media.Rtp;

namespace Rappel.Media.Srtp;

/// <summary>Protects what one of our streams sends. In place: the buffer must have room for <see cref="SrtpLimits.Growth"/> bytes more.</summary>
internal sealed class SrtpSender(SrtpKeys keys) : IDisposable
{
    private const int RtcpClear = 8;
    private const uint Encrypted = 0x8000_0000;

    private readonly SrtpCipher _rtp = SrtpCipher.ForRtp(keys.LocalKey.Span, keys.LocalSalt.Span);
    private readonly SrtpCipher _rtcp = SrtpCipher.ForRtcp(keys.LocalKey.Span, keys.LocalSalt.Span);
    private ulong? _highest;
    private uint _rtcpIndex;

    /// <summary>Gives the new length. Sequence numbers may go back a little, where a late packet is passed on.</summary>
    public int ProtectRtp(Span<byte> buffer, int length)
    {
        var sequence = BinaryPrimitives.ReadUInt16BigEndian(buffer[2..]);
        var index = PacketIndex.Nearest(_highest, sequence);
        _highest = Math.Max(_highest ?? index, index);
        _rtp.Apply(BinaryPrimitives.ReadUInt32BigEndian(buffer[8..]), index, buffer[RtpPacket.HeaderLength..length]);
        _rtp.Tag(buffer[..length], (uint)(index >> 16)).CopyTo(buffer[length..]);
        return length + SrtpLimits.Tag;
    }

    /// <summary>Gives the new length.</summary>
    public int ProtectRtcp(Span<byte> buffer, int length)
    {
        _rtcpIndex = (_rtcpIndex + 1) & ~Encrypted;
        _rtcp.Apply(BinaryPrimitives.ReadUInt32BigEndian(buffer[4..]), _rtcpIndex, buffer[RtcpClear..length]);
        BinaryPrimitives.WriteUInt32BigEndian(buffer[length..], _rtcpIndex | Encrypted);
        length += SrtpLimits.Index;
        _rtcp.Tag(buffer[..length], null).CopyTo(buffer[length..]);
        return length + SrtpLimits.Tag;
    }

    public void Dispose()
    {
        _rtp.Dispose();
        _rtcp.Dispose();
    }
}
