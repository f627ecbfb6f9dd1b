namespace Rappel.Media.Sessions;

/// <summary>How one session's streams have fared.</summary>
/// <param name="Lost">Of the present source; negative where packets came double.</param>
/// <param name="Jitter">Of the present source, in timestamp units: 1/8000 s.</param>
public readonly record struct MediaStatistics(long PacketsSent, long PacketsReceived, long Lost, uint Jitter);
