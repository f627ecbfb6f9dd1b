namespace Rappel.Media.Audio;

/// <summary>How the samples of a WAV file are written.</summary>
/// <param name="Coding">The format tag; 1 is linear, 3 float, 6 A-law, 7 µ-law. 0 where the file does not say.</param>
/// <param name="Rate">Samples a second.</param>
/// <param name="Bits">Of one sample of one channel.</param>
public readonly record struct WavFormat(int Coding, int Channels, int Rate, int Bits)
{
    public const int Linear = 1;
    public const int Float = 3;
    public const int ALaw = 6;
    public const int MuLaw = 7;

    /// <summary>Bytes of one sample of all channels.</summary>
    public int FrameBytes => Bits / 8 * Channels;
}
