using Rappel.Media.Rtp;

namespace Rappel.Media.Sessions;

/// <summary>
/// Where the packets of another leg fall in the stream we send: sequence numbers and timestamps shifted, so that loss, order and pauses
/// of the source show through, anchored anew whenever the source or what it follows has changed.
/// </summary>
internal sealed class RelayMap(OutgoingStream stream)
{
    /// <summary>A timestamp further than this from what its arrival says is a source that began anew: 2 s.</summary>
    private const int MaximumSkew = 16_000;

    private const int MaximumDropout = 3000;

    private bool _anchored;
    private uint _ssrc;
    private ushort _sequenceShift;
    private uint _timestampShift;
    private ushort _lastSequence;
    private uint _lastTimestamp;
    private uint _lastArrival;
    private int _sinceAnchor;
    private ushort _firstSequence;

    /// <summary>Something else was sent, or nothing: the next packet is anchored anew.</summary>
    public void LetGo() => _anchored = false;

    /// <summary>A packet that is not passed on leaves no hole in the numbers.</summary>
    public void Skip(in RtpPacket packet)
    {
        if (_anchored && packet.Ssrc == _ssrc)
        {
            _sequenceShift--;
        }
    }

    /// <param name="steady">Whether the timestamp moves with time (audio; a key keeps that of its start).</param>
    /// <param name="arrival">In timestamp units.</param>
    /// <returns>False for a packet older than where the relay began: its number is taken.</returns>
    public bool TryMap(in RtpPacket packet, bool steady, uint arrival, out bool marker, out ushort sequence, out uint timestamp)
    {
        marker = packet.Marker;
        if (!_anchored || packet.Ssrc != _ssrc || Jumped(packet, steady, arrival))
        {
            Anchor(packet);
            marker = true;
        }

        sequence = (ushort)(packet.Sequence + _sequenceShift);
        timestamp = packet.Timestamp + _timestampShift;
        if (_sinceAnchor < MaximumDropout && (short)(sequence - _firstSequence) < 0)
        {
            return false;
        }

        _sinceAnchor++;
        _lastSequence = packet.Sequence;
        if (steady || _sinceAnchor == 1)
        {
            _lastTimestamp = packet.Timestamp;
            _lastArrival = arrival;
        }

        return true;
    }

    private bool Jumped(in RtpPacket packet, bool steady, uint arrival)
    {
        var ahead = Math.Abs((int)(short)(packet.Sequence - _lastSequence));
        var skew = Math.Abs((long)(int)(packet.Timestamp - _lastTimestamp - (arrival - _lastArrival)));
        return ahead > MaximumDropout || (steady && skew > MaximumSkew);
    }

    private void Anchor(in RtpPacket packet)
    {
        _anchored = true;
        _ssrc = packet.Ssrc;
        _firstSequence = stream.NextSequence;
        _sequenceShift = (ushort)(stream.NextSequence - packet.Sequence);
        _timestampShift = stream.NowOrEnd - packet.Timestamp;
        _sinceAnchor = 0;
    }
}
