namespace Rappel.Media.Sessions;

/// <summary>Where on our time line of 8 kHz samples a peer's packets belong: by their timestamps, which know the order and the gaps.</summary>
internal sealed class PacketPlacement
{
    private static readonly int Skew = (int)(MediaLimits.RecordingSkew.Ticks / (TimeSpan.TicksPerSecond / MediaLimits.SampleRate));
    private bool _anchored;
    private uint _ssrc;
    private long _shift;
    private uint _lastTimestamp;

    /// <param name="clock">Samples that have passed for us.</param>
    /// <returns>The place of the packet's first sample.</returns>
    public long Place(uint ssrc, uint timestamp, long clock)
    {
        if (_anchored && ssrc == _ssrc)
        {
            _shift += (int)(timestamp - _lastTimestamp);
        }

        // The peer's clock and ours drift apart, and streams begin anew: then arrival decides.
        if (!_anchored || ssrc != _ssrc || Math.Abs(_shift - clock) > Skew)
        {
            _anchored = true;
            _ssrc = ssrc;
            _shift = clock;
        }

        _lastTimestamp = timestamp;
        return _shift;
    }
}
