using System.Buffers.Binary;

namespace Rappel.Media.Rtp;

/// <summary>The fixed header of an RTP packet and where its payload lies (RFC 3550 §5.1).</summary>
/// <param name="PayloadOffset">Bytes before the payload: header, contributing sources and extension.</param>
/// <param name="PayloadLength">Bytes of payload, padding taken off.</param>
public readonly record struct RtpPacket(
    bool Marker, int PayloadType, ushort Sequence, uint Timestamp, uint Ssrc, int PayloadOffset, int PayloadLength)
{
    /// <summary>Bytes of the header as we write it: no sources, no extension.</summary>
    public const int HeaderLength = 12;

    private const int Version = 2;

    /// <summary>False where the bytes are no RTP packet: wrong version, cut short, padding longer than what it pads.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out RtpPacket packet)
    {
        packet = default;
        if (bytes.Length < HeaderLength || bytes[0] >> 6 != Version)
        {
            return false;
        }

        var offset = HeaderLength + (4 * (bytes[0] & 0x0F));
        if ((bytes[0] & 0x10) != 0)
        {
            if (bytes.Length < offset + 4)
            {
                return false;
            }

            offset += 4 + (4 * BinaryPrimitives.ReadUInt16BigEndian(bytes[(offset + 2)..]));
        }

        var padding = (bytes[0] & 0x20) != 0 ? bytes[^1] : 0;
        if (offset + padding > bytes.Length || ((bytes[0] & 0x20) != 0 && padding == 0))
        {
            return false;
        }

        packet = new RtpPacket(
            (bytes[1] & 0x80) != 0,
            bytes[1] & 0x7F,
            BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]),
            BinaryPrimitives.ReadUInt32BigEndian(bytes[4..]),
            BinaryPrimitives.ReadUInt32BigEndian(bytes[8..]),
            offset,
            bytes.Length - offset - padding);
        return true;
    }

    /// <summary>Writes the twelve header bytes.</summary>
    public static void WriteHeader(Span<byte> bytes, bool marker, int payloadType, ushort sequence, uint timestamp, uint ssrc)
    {
        bytes[0] = Version << 6;
        bytes[1] = (byte)((marker ? 0x80 : 0) | payloadType);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[2..], sequence);
        BinaryPrimitives.WriteUInt32BigEndian(bytes[4..], timestamp);
        BinaryPrimitives.WriteUInt32BigEndian(bytes[8..], ssrc);
    }
}
