namespace Rappel.Media.Sessions;

/// <summary>What a media machine turned away, counted since it began.</summary>
public sealed class MediaCounters
{
    /// <summary>No RTP or RTCP, or longer than <see cref="MediaLimits.MaximumPacket"/>.</summary>
    public long Malformed { get; internal set; }

    /// <summary>From a source other than the latched one: a stray, or someone who would steal the stream.</summary>
    public long Foreign { get; internal set; }

    /// <summary>A payload type that was not agreed, or a payload of a senseless length.</summary>
    public long Unagreed { get; internal set; }

    /// <summary>For a session that is closed, not configured yet, or not to receive now.</summary>
    public long Unwanted { get; internal set; }

    /// <summary>Packets and events that nobody took in time.</summary>
    public long Overflowed { get; internal set; }
}
