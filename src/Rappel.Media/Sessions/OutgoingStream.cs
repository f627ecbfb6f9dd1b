using Rappel.Media.Rtp;

namespace Rappel.Media.Sessions;

/// <summary>
/// The one stream a leg hears from us, whatever it is made of: prompts, music, keys, another leg. Sequence numbers and timestamps go on
/// without a break; the clock goes on while nothing is sent, so a pause is a pause to the peer too.
/// </summary>
internal sealed class OutgoingStream(uint ssrc, ushort firstSequence, uint firstTimestamp)
{
    private ushort _next = firstSequence;
    private uint _end = firstTimestamp;
    private bool _started;

    public uint Ssrc => ssrc;

    /// <summary>Timestamp of the present beat's first sample.</summary>
    public uint Clock { get; private set; } = firstTimestamp;

    public ushort NextSequence => _next;

    public long Packets { get; private set; }

    public long Octets { get; private set; }

    public void Tick() => Clock += MediaLimits.SamplesPerPacket;

    /// <summary>Timestamp for audio made by us now: never before the end of what was sent.</summary>
    public uint NowOrEnd => (int)(_end - Clock) > 0 ? _end : Clock;

    /// <summary>Header of one packet of audio made by us; the marker is set where it does not follow the last one closely.</summary>
    /// <param name="samples">Length of the payload, in samples.</param>
    public void WriteFrame(Span<byte> packet, int payloadType, int samples)
    {
        var timestamp = NowOrEnd;
        Clock = timestamp;
        RtpPacket.WriteHeader(packet, !_started || timestamp != _end, payloadType, _next, timestamp, ssrc);
        Count(_next, timestamp + (uint)samples, samples);
    }

    /// <summary>Header of a packet that brings its own timestamp.</summary>
    /// <param name="duration">Of what it carries, in timestamp units.</param>
    /// <param name="payload">Bytes.</param>
    public void WriteAt(Span<byte> packet, bool marker, int payloadType, ushort sequence, uint timestamp, int duration, int payload)
    {
        RtpPacket.WriteHeader(packet, marker, payloadType, sequence, timestamp, ssrc);
        Count(sequence, timestamp + (uint)duration, payload);
    }

    private void Count(ushort sequence, uint end, int payload)
    {
        // A relayed packet may be a late one.
        if ((short)(sequence - _next) >= 0)
        {
            _next = (ushort)(sequence + 1);
        }

        if (!_started || (int)(end - _end) > 0)
        {
            _end = end;
        }

        _started = true;
        Packets++;
        Octets += payload;
    }
}
