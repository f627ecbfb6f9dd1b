using Rappel.Media.Sessions;

namespace Rappel.Media.Rtcp;

/// <summary>When the next report is due (RFC 3550 §6.2, §6.3.1).</summary>
public static class RtcpInterval
{
    /// <summary>
    /// Between a half and one and a half times the interval, so that streams begun together do not report together. Two parties never
    /// reach the bandwidth bound that the rest of §6.3 is about; the compensation for reconsideration is left out with it.
    /// </summary>
    /// <param name="first">The first report comes after half the time (§6.2).</param>
    public static TimeSpan Next(bool first, ulong random)
    {
        var part = 0.5 + ((random >> 11) * (1.0 / (1UL << 53)));
        return MediaLimits.RtcpInterval * (first ? part / 2 : part);
    }
}
