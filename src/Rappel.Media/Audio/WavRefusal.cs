namespace Rappel.Media.Audio;

/// <summary>Why a file is not played.</summary>
/// <param name="Code">One of the constants; empty for a file that is fine.</param>
/// <param name="Found">What is too much or unknown: bytes, seconds, channels, samples a second, the format tag; 0 where nothing is.</param>
public readonly record struct WavRefusal(string Code, long Found = 0)
{
    public const string NotAWav = "not-a-wav";
    public const string OtherFormat = "other-audio-format";
    public const string TooManyBytes = "wav-too-large";
    public const string TooLong = "wav-too-long";
    public const string NoFormat = "wav-without-format";
    public const string NoData = "wav-without-data";
    public const string Empty = "wav-empty";
    public const string Channels = "wav-channels";
    public const string Rate = "wav-rate";
    public const string Coding = "wav-coding";

    public static readonly WavRefusal None = new("");

    public override string ToString() => Found == 0 ? Code : $"{Code} ({Found})";
}
