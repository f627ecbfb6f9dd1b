using Rappel.Media.Sessions;

namespace Rappel.Media.Mixing;

/// <summary>Bounds of what a talker in a mix is held back by, so that packets that come unevenly are heard evenly. In samples of 8 kHz.</summary>
public static class JitterLimits
{
    private const int Millisecond = MediaLimits.SampleRate / 1000;

    /// <summary>A talker is held back by this at first, and again after a pause while nothing is known of the network.</summary>
    public const int Start = 40 * Millisecond;

    /// <summary>The latest packet of late should come this much before it is played, or more is held back.</summary>
    public const int LeastSpare = 20 * Millisecond;

    /// <summary>Where even the latest packet of late comes this much before it is played, less is held back.</summary>
    public const int MostSpare = 60 * Millisecond;

    /// <summary>What lies further ahead than this is jumped to: speech is lost rather than the talkers drift apart.</summary>
    public const int Deepest = 300 * Millisecond;

    /// <summary>A packet later than this is lost; nobody waits longer for the sake of its like.</summary>
    public const int Latest = 200 * Millisecond;

    /// <summary>Nothing came for so long: a pause of the talker's, after which what is held back is built up anew.</summary>
    public const int Pause = 60 * Millisecond;

    /// <summary>A timestamp further than this from where the stream stands is a stream that began anew.</summary>
    public const int Jump = 2000 * Millisecond;

    /// <summary>How long the earliest and latest packets are remembered, at least; at most twice as long. In beats: 2 s.</summary>
    public const int WindowBeats = 100;

    /// <summary>Beats from one shortening to the next: faster is heard.</summary>
    public const int ShorteningBeats = 4;

    /// <summary>Beats from one lengthening to the next: what comes too late meanwhile is lost.</summary>
    public const int LengtheningBeats = 2;

    /// <summary>What is missing is made up in full for so long, then fades.</summary>
    public const int MadeUpInFull = 20 * Millisecond;

    /// <summary>The fading takes so long; then there is silence until the talker is heard again.</summary>
    public const int Fading = 60 * Millisecond;

    /// <summary>Over so much one piece of sound goes over into another.</summary>
    public const int Seam = 5 * Millisecond;

    /// <summary>Shortest and longest pitch that a seam is looked for in: 200 Hz and 50 Hz.</summary>
    public const int ShortestPitch = 5 * Millisecond;

    /// <inheritdoc cref="ShortestPitch"/>
    public const int LongestPitch = 20 * Millisecond;

    /// <summary>Samples of one talker that are kept: the deepest, and the longest packet on top of it. A power of two.</summary>
    public const int Room = 4096;
}
