namespace Rappel.Media.Rtcp;

/// <summary>Wall-clock time as RTCP writes it (RFC 3550 §4).</summary>
public static class NtpTime
{
    private static readonly Instant Epoch = new(1900, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Seconds since 1900 in the upper 32 bits, their fraction in the lower.</summary>
    public static ulong From(Instant instant)
    {
        var ticks = (UInt128)(instant - Epoch).Ticks;
        return (ulong)((ticks << 32) / TimeSpan.TicksPerSecond);
    }

    /// <summary>The middle 32 bits, as reports refer to it: units of 1/65536 s.</summary>
    public static uint Middle(ulong ntp) => (uint)(ntp >> 16);
}
