using Rappel.Media.Rtcp;
using Rappel.Media.Rtp;

namespace Rappel.Media.Sessions;

/// <summary>The reports of one session: when they are due and what they say (RFC 3550 §6).</summary>
internal sealed class RtcpReports(OutgoingStream stream, ReceptionStatistics reception, byte[] cname, Func<ulong> entropy)
{
    private Instant? _next;
    private long _sentBefore;
    private ulong _senderTime;
    private Instant _senderHeard;

    public void Begin(Instant now) => _next ??= now + RtcpInterval.Next(first: true, entropy());

    public bool IsDue(Instant now) => now >= _next;

    /// <summary>A report of the peer on its own stream came.</summary>
    public void Hear(Instant now, SenderReport report)
    {
        _senderTime = report.NtpTime;
        _senderHeard = now;
    }

    /// <summary>Writes one compound packet and sets the time of the next. Gives its length.</summary>
    public int Write(Instant now, Span<byte> buffer, bool bye)
    {
        _next = now + RtcpInterval.Next(first: false, entropy());
        var writer = new RtcpWriter(buffer);
        var block = Block(now);
        // Only one who sent since the last report reports as a sender (§6.4).
        if (stream.Packets > _sentBefore)
        {
            writer.Sender(
                new SenderReport(stream.Ssrc, NtpTime.From(now), stream.Clock, (uint)stream.Packets, (uint)stream.Octets), block);
        }
        else
        {
            writer.Receiver(stream.Ssrc, block);
        }

        _sentBefore = stream.Packets;
        writer.Description(stream.Ssrc, cname);
        if (bye)
        {
            writer.Bye(stream.Ssrc);
        }

        return writer.Length;
    }

    private ReportBlock? Block(Instant now)
    {
        if (!reception.Started)
        {
            return null;
        }

        var delay = _senderTime == 0 ? 0 : (now - _senderHeard).TotalSeconds * 65536;
        return new ReportBlock(
            reception.Ssrc, reception.TakeFractionLost(), (int)Math.Clamp(reception.Lost, -0x800000, 0x7FFFFF), reception.HighestSequence,
            reception.Jitter, NtpTime.Middle(_senderTime), (uint)Math.Clamp(delay, 0, uint.MaxValue));
    }
}
