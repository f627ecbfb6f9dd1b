namespace Rappel.Server.Speech;

/// <summary>Bounds of making and keeping audio.</summary>
public static class SpeechLimits
{
    /// <summary>Characters of one text; a longer one is not spoken.</summary>
    public const int TextLength = 4000;

    /// <summary>Bytes an engine may give for one text: some six minutes at 22 kHz.</summary>
    public const int EngineBytes = 16 * 1024 * 1024;

    /// <summary>After this long a text is given up.</summary>
    public static readonly TimeSpan EngineTime = TimeSpan.FromSeconds(10);

    /// <summary>Texts being spoken or waiting for it; one more is not spoken.</summary>
    public const int Waiting = 500;

    /// <summary>Bytes of audio kept in memory: over an hour.</summary>
    public const long MemoryBytes = 64 * 1024 * 1024;

    /// <summary>Bytes of audio kept on disk; beyond it the oldest go.</summary>
    public const long DiskBytes = 512L * 1024 * 1024;

    /// <summary>Texts spoken at once. Each is a process that takes a whole core for a moment.</summary>
    public static readonly int Voices = Math.Clamp(Environment.ProcessorCount, 1, 8);
}
