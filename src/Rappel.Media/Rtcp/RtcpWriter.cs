using System.Buffers.Binary;
using System.Text;

namespace Rappel.Media.Rtcp;

/// <summary>Writes one compound packet: a report first, then SDES with the CNAME, then perhaps BYE (RFC 3550 §6.1).</summary>
public ref struct RtcpWriter(Span<byte> buffer)
{
    /// <summary>Bytes that any compound packet of ours fits in.</summary>
    public const int MaximumLength = 512;

    private readonly Span<byte> _buffer = buffer;

    /// <summary>Bytes written.</summary>
    public int Length { get; private set; }

    public void Sender(SenderReport report, ReportBlock? block)
    {
        var start = Begin(RtcpType.SenderReport, block is null ? 0 : 1);
        Put(report.Ssrc);
        Put((uint)(report.NtpTime >> 32));
        Put((uint)report.NtpTime);
        Put(report.Timestamp);
        Put(report.Packets);
        Put(report.Octets);
        Block(block);
        End(start);
    }

    public void Receiver(uint ssrc, ReportBlock? block)
    {
        var start = Begin(RtcpType.ReceiverReport, block is null ? 0 : 1);
        Put(ssrc);
        Block(block);
        End(start);
    }

    /// <param name="cname">At most 255 bytes.</param>
    public void Description(uint ssrc, ReadOnlySpan<byte> cname)
    {
        var start = Begin(RtcpType.SourceDescription, 1);
        Put(ssrc);
        _buffer[Length++] = 1;
        _buffer[Length++] = (byte)cname.Length;
        cname.CopyTo(_buffer[Length..]);
        Length += cname.Length;
        // The item list ends with at least one zero, up to the next word (§6.5).
        do
        {
            _buffer[Length++] = 0;
        }
        while ((Length - start) % 4 != 0);
        End(start);
    }

    public void Bye(uint ssrc)
    {
        var start = Begin(RtcpType.Bye, 1);
        Put(ssrc);
        End(start);
    }

    /// <summary>The bytes of a CNAME, cut to what fits.</summary>
    public static byte[] CnameOf(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return bytes.Length <= 255 ? bytes : bytes[..255];
    }

    private void Block(ReportBlock? block)
    {
        if (block is { } said)
        {
            Put(said.Ssrc);
            Put(((uint)said.FractionLost << 24) | ((uint)Math.Clamp(said.Lost, -0x800000, 0x7FFFFF) & 0xFFFFFF));
            Put(said.HighestSequence);
            Put(said.Jitter);
            Put(said.LastReport);
            Put(said.Delay);
        }
    }

    private int Begin(byte type, int count)
    {
        var start = Length;
        _buffer[start] = (byte)(0x80 | count);
        _buffer[start + 1] = type;
        Length += 4;
        return start;
    }

    private void Put(uint word)
    {
        BinaryPrimitives.WriteUInt32BigEndian(_buffer[Length..], word);
        Length += 4;
    }

    private readonly void End(int start) =>
        BinaryPrimitives.WriteUInt16BigEndian(_buffer[(start + 2)..], (ushort)(((Length - start) / 4) - 1));
}
