namespace Rappel.Server.Net.Media;

/// <summary>Bounds of the media loop.</summary>
public static class MediaNetLimits
{
    /// <summary>Port pairs bound ahead of need where the range is wide: a stall of the media thread at some hundred calls a second must not use them up.</summary>
    public const int ReadyPorts = 128;

    /// <summary>Of a narrow range at most one pair in this many is bound ahead, so that servers can share it.</summary>
    public const int PairsPerReadyPort = 4;

    /// <summary>But never fewer than these, as far as the range goes.</summary>
    public const int FewestReadyPorts = 8;

    /// <summary>One in so many of the descriptors that this process may open is left to everything but audio: a runtime without any ends the process.</summary>
    public const int ShareOfOthers = 16;

    /// <summary>Those left to everything but audio are never fewer than these, where there are so many at all.</summary>
    public const int FewestOfOthers = 256;

    /// <summary>Ports tried in one beat.</summary>
    public const int BindsABeat = 32;

    /// <summary>Pause after the whole range was tried in vain.</summary>
    public static readonly TimeSpan BindPause = TimeSpan.FromSeconds(1);

    /// <summary>How long a closed port is drained before it is used again: late packets of the old call must not reach the new one.</summary>
    public static readonly TimeSpan PortRest = TimeSpan.FromSeconds(5);

    /// <summary>Orders handled before beats and packets are looked at again.</summary>
    public const int OrdersATurn = 256;

    /// <summary>
    /// Nanoseconds between two readings of the sockets while packets come: what arrives meanwhile is read at once, rather than each packet
    /// waking the thread. A relayed packet is late by no more than this.
    /// </summary>
    public const long ReadingPause = 500_000;

    /// <summary>Nanoseconds of sleep that an order does not end: it is taken at the next beat, which comes as soon.</summary>
    public const long ShortSleep = 2_500_000;

    /// <summary>Datagrams thrown away when a port is given to a session: more than <see cref="SocketBuffer"/> holds.</summary>
    public const int StaleAtMost = 1_024;

    /// <summary>What we ask to be, where we may: a prompt turn of the processor matters more to audio than to anything else.</summary>
    public const int Nice = -10;

    /// <summary>Orders posted and not yet handled; beyond it Post refuses.</summary>
    public const int Orders = 65_536;

    /// <summary>Beats of one stream made up after a stall; older ones are let go.</summary>
    public const int LateBeats = 10;

    /// <summary>Prompts being made at once; beyond it they count as failed.</summary>
    public const int Resolutions = 2_048;

    /// <summary>What the making of a prompt may take; what is not there by then is left out.</summary>
    public static readonly TimeSpan ResolveTime = TimeSpan.FromSeconds(10);

    /// <summary>Seconds of recordings waiting for the disk; newer ones are dropped beyond it (16 kB each).</summary>
    public const int ChunksWaiting = 2_048;

    /// <summary>What ending gets: recordings closed, threads gone.</summary>
    public static readonly TimeSpan StopTime = TimeSpan.FromSeconds(5);

    /// <summary>Bytes of kernel buffer of each socket: over a second of audio.</summary>
    public const int SocketBuffer = 64 * 1024;

    /// <summary>Port pairs that may be held at once, two descriptors each.</summary>
    /// <param name="descriptors">That the system allows this process.</param>
    public static int PairsWithin(long descriptors) =>
        (int)Math.Clamp((descriptors - Math.Max(descriptors / ShareOfOthers, FewestOfOthers)) / 2, FewestReadyPorts, int.MaxValue);
}
