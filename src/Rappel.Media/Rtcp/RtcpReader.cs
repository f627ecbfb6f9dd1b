using System.Buffers.Binary;

namespace Rappel.Media.Rtcp;

/// <summary>Walks the packets of a compound packet (RFC 3550 §6.1, checked as A.2 says). Nothing is copied.</summary>
public ref struct RtcpReader
{
    private const int SenderFields = 20;
    private const int BlockLength = 24;

    private ReadOnlySpan<byte> _rest;
    private ReadOnlySpan<byte> _body;

    private RtcpReader(ReadOnlySpan<byte> packet)
    {
        _rest = packet;
    }

    /// <summary>RtcpType of the current packet.</summary>
    public byte Type { get; private set; }

    /// <summary>Report blocks or sources in the current packet.</summary>
    public int Count { get; private set; }

    /// <summary>First source named by the current packet; 0 where it names none.</summary>
    public readonly uint Ssrc => _body.Length >= 4 ? BinaryPrimitives.ReadUInt32BigEndian(_body) : 0;

    /// <summary>False where the bytes are no compound packet: wrong version, no report first, lengths that do not add up.</summary>
    public static bool TryOpen(ReadOnlySpan<byte> packet, out RtcpReader reader)
    {
        reader = default;
        if (packet.Length < 8 || packet[1] is not (RtcpType.SenderReport or RtcpType.ReceiverReport))
        {
            return false;
        }

        for (var rest = packet; rest.Length > 0;)
        {
            if (rest.Length < 4 || rest[0] >> 6 != 2 || LengthOf(rest) > rest.Length)
            {
                return false;
            }

            rest = rest[LengthOf(rest)..];
        }

        reader = new RtcpReader(packet);
        return true;
    }

    public bool Next()
    {
        if (_rest.Length < 4)
        {
            return false;
        }

        var length = LengthOf(_rest);
        Type = _rest[1];
        Count = _rest[0] & 0x1F;
        _body = _rest[4..length];
        _rest = _rest[length..];
        return true;
    }

    public readonly bool TrySender(out SenderReport report)
    {
        report = default;
        if (Type != RtcpType.SenderReport || _body.Length < 4 + SenderFields)
        {
            return false;
        }

        report = new SenderReport(Ssrc, BinaryPrimitives.ReadUInt64BigEndian(_body[4..]), Word(12), Word(16), Word(20));
        return true;
    }

    /// <param name="index">From 0, below <see cref="Count"/>.</param>
    public readonly bool TryBlock(int index, out ReportBlock block)
    {
        block = default;
        var offset = 4 + (Type == RtcpType.SenderReport ? SenderFields : 0) + (index * BlockLength);
        if (Type is not (RtcpType.SenderReport or RtcpType.ReceiverReport) || index < 0 || index >= Count || _body.Length < offset + BlockLength)
        {
            return false;
        }

        var lost = Word(offset + 4);
        block = new ReportBlock(
            Word(offset), (byte)(lost >> 24), (int)(lost << 8) >> 8, Word(offset + 8), Word(offset + 12), Word(offset + 16), Word(offset + 20));
        return true;
    }

    private readonly uint Word(int offset) => BinaryPrimitives.ReadUInt32BigEndian(_body[offset..]);

    private static int LengthOf(ReadOnlySpan<byte> packet) => 4 * (BinaryPrimitives.ReadUInt16BigEndian(packet[2..]) + 1);
}
