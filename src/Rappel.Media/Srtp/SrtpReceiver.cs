using System.Buffers.Binary;
using System.Security.Cryptography;
using Rappel.Media.Rtp;

namespace Rappel.Media.Srtp;

/// <summary>Opens what the peer sends: authenticity first, then whether it came before, then the contents (RFC 3711 §3.3, §3.4).</summary>
internal sealed class SrtpReceiver(SrtpKeys keys) : IDisposable
{
    private const int RtcpClear = 8;
    private const uint Encrypted = 0x8000_0000;

    private readonly SrtpCipher _rtp = SrtpCipher.ForRtp(keys.RemoteKey.Span, keys.RemoteSalt.Span);
    private readonly SrtpCipher _rtcp = SrtpCipher.ForRtcp(keys.RemoteKey.Span, keys.RemoteSalt.Span);
    private readonly Stream[] _streams = new Stream[SrtpLimits.Streams];
    private ReplayWindow _rtcpSeen;
    private long _heard;

    /// <summary>Opens a packet into the buffer.</summary>
    /// <returns>Its length; 0 where it is forged, has come before, or is too old.</returns>
    public int OpenRtp(ReadOnlySpan<byte> packet, Span<byte> into)
    {
        var length = packet.Length - SrtpLimits.Tag;
        if (length < RtpPacket.HeaderLength || ClearBytes(packet, length) is not { } clear)
        {
            return 0;
        }

        var ssrc = BinaryPrimitives.ReadUInt32BigEndian(packet[8..]);
        ref var stream = ref StreamOf(ssrc);
        var isNew = stream.LastHeard == 0 || stream.Ssrc != ssrc;
        var index = PacketIndex.Nearest(isNew ? null : stream.Highest, BinaryPrimitives.ReadUInt16BigEndian(packet[2..]));
        if ((!isNew && !stream.Seen.IsFresh(index)) || !IsAuthentic(_rtp, packet[..length], (uint)(index >> 16), packet[length..]))
        {
            return 0;
        }

        stream = isNew ? new Stream { Ssrc = ssrc } : stream;
        stream.Highest = Math.Max(stream.Highest, index);
        stream.LastHeard = ++_heard;
        stream.Seen.Mark(index);
        packet[..length].CopyTo(into);
        _rtp.Apply(ssrc, index, into[clear..length]);
        return length;
    }

    /// <inheritdoc cref="OpenRtp"/>
    public int OpenRtcp(ReadOnlySpan<byte> packet, Span<byte> into)
    {
        var signed = packet.Length - SrtpLimits.Tag;
        var length = signed - SrtpLimits.Index;
        if (length < RtcpClear)
        {
            return 0;
        }

        var trailer = BinaryPrimitives.ReadUInt32BigEndian(packet[length..]);
        var index = trailer & ~Encrypted;
        if (!_rtcpSeen.IsFresh(index) || !IsAuthentic(_rtcp, packet[..signed], null, packet[signed..]))
        {
            return 0;
        }

        _rtcpSeen.Mark(index);
        packet[..length].CopyTo(into);
        if ((trailer & Encrypted) != 0)
        {
            _rtcp.Apply(BinaryPrimitives.ReadUInt32BigEndian(packet[4..]), index, into[RtcpClear..length]);
        }

        return length;
    }

    public void Dispose()
    {
        _rtp.Dispose();
        _rtcp.Dispose();
    }

    private static bool IsAuthentic(SrtpCipher cipher, ReadOnlySpan<byte> bytes, uint? rollover, ReadOnlySpan<byte> tag) =>
        CryptographicOperations.FixedTimeEquals(cipher.Tag(bytes, rollover), tag);

    /// <summary>Bytes that are sent in the clear: header, contributing sources and extension; null where they do not fit. How much is padding is not to be read before all is decrypted.</summary>
    private static int? ClearBytes(ReadOnlySpan<byte> packet, int length)
    {
        var header = RtpPacket.HeaderLength + (4 * (packet[0] & 0x0F));
        if ((packet[0] & 0x10) != 0 && header + 4 <= length)
        {
            header += 4 + (4 * BinaryPrimitives.ReadUInt16BigEndian(packet[(header + 2)..]));
        }

        return header <= length ? header : null;
    }

    private ref Stream StreamOf(uint ssrc)
    {
        var oldest = 0;
        for (var i = 0; i < _streams.Length; i++)
        {
            if (_streams[i].LastHeard > 0 && _streams[i].Ssrc == ssrc)
            {
                return ref _streams[i];
            }

            oldest = _streams[i].LastHeard < _streams[oldest].LastHeard ? i : oldest;
        }

        return ref _streams[oldest];
    }

    private struct Stream
    {
        public uint Ssrc;
        public ulong Highest;
        public long LastHeard;
        public ReplayWindow Seen;
    }
}
