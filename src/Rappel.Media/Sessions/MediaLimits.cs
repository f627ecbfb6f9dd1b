namespace Rappel.Media.Sessions;

/// <summary>Bounds of media handling.</summary>
public static class MediaLimits
{
    public const int PacketMilliseconds = 20;
    public const int SamplesPerPacket = 160;
    public const int SampleRate = 8000;

    /// <summary>Parts of the 20 ms over which the sessions' beats are spread: 2 ms each.</summary>
    public const int BeatSlots = 10;

    /// <summary>Largest packet read; a longer one is dropped.</summary>
    public const int MaximumPacket = 1500;

    /// <summary>Largest audio payload taken: 200 ms. No phone sends more, and a recording is bounded by it.</summary>
    public const int MaximumPayload = 1600;

    /// <summary>Packets and events waiting to be taken; beyond it the newest are dropped and counted. Owners take them after each call.</summary>
    public const int MaximumQueued = 65_536;

    public static readonly TimeSpan PeerSilence = TimeSpan.FromSeconds(30);

    /// <summary>The same for a browser whose connection is lost too. Audio comes fifty times a second: a page that is there is heard by then.</summary>
    public static readonly TimeSpan DoubtedSilence = TimeSpan.FromSeconds(5);

    /// <summary>What a browser gets to find its way to us and to agree on keys.</summary>
    public static readonly TimeSpan SecuringWithin = TimeSpan.FromSeconds(20);

    public static readonly TimeSpan RtcpInterval = TimeSpan.FromSeconds(5);

    /// <summary>How long a latched source must be silent before its own stream may go on from another address.</summary>
    public static readonly TimeSpan LatchSilence = TimeSpan.FromSeconds(1);

    /// <summary>How long the source of before a move is not taken for the new one.</summary>
    public static readonly TimeSpan LatchQuarantine = TimeSpan.FromSeconds(2);

    /// <summary>A recording is written this much behind what is heard, so that late packets find their place.</summary>
    public static readonly TimeSpan RecordingDelay = TimeSpan.FromMilliseconds(200);

    /// <summary>Who answered is listened for this many beats behind what arrives, for the same reason; a verdict is wanted soon.</summary>
    public const int ListeningDelayBeats = 4;

    /// <summary>A recorded packet whose timestamp is further off its arrival than this is placed by its arrival.</summary>
    public static readonly TimeSpan RecordingSkew = TimeSpan.FromMilliseconds(400);

    /// <summary>Mean absolute sample below which a packet counts as silence in a recording: about -44 dBFS.</summary>
    public const int SilenceLevel = 200;
}
