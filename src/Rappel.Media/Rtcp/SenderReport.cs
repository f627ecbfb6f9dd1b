namespace Rappel.Media.Rtcp;

/// <summary>What a sender says of its own stream (RFC 3550 §6.4.1).</summary>
/// <param name="NtpTime">Seconds since 1900 in the upper, fraction in the lower 32 bits.</param>
/// <param name="Timestamp">RTP time of the same moment.</param>
public readonly record struct SenderReport(uint Ssrc, ulong NtpTime, uint Timestamp, uint Packets, uint Octets);
