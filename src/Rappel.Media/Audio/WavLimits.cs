namespace Rappel.Media.Audio;

/// <summary>Bounds of a WAV file that an administrator gives us.</summary>
public static class WavLimits
{
    /// <summary>Bytes: over five minutes of 48 kHz stereo.</summary>
    public const int File = 64 * 1024 * 1024;

    /// <summary>A prompt longer than this would be cut off while it plays; as music it goes round.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromMinutes(10);

    public const int Channels = 8;
    public const int LowestRate = 4000;
    public const int HighestRate = 192_000;
}
