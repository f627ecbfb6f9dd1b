namespace Rappel.Media.Rtcp;

/// <summary>What a receiver says of one source (RFC 3550 §6.4.1).</summary>
/// <param name="FractionLost">Since the last report, in 1/256.</param>
/// <param name="Lost">In all; 24 bits, signed.</param>
/// <param name="Jitter">Timestamp units: 1/8000 s.</param>
/// <param name="LastReport">Middle 32 bits of the last sender report's NTP time; 0 where none came.</param>
/// <param name="Delay">Since that report, in 1/65536 s.</param>
public readonly record struct ReportBlock(
    uint Ssrc, byte FractionLost, int Lost, uint HighestSequence, uint Jitter, uint LastReport, uint Delay);
