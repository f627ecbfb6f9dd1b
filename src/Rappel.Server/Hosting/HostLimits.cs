namespace Rappel.Server.Hosting;

/// <summary>Bounds of the loops.</summary>
public static class HostLimits
{
    /// <summary>Of the engine's thread, as that of audio and of sockets: while an administrator publishes, pages are made or texts are spoken ahead,
    /// calls go first. Without the right to it the system refuses, and the thread runs like any other.</summary>
    public const int EngineNice = -10;

    /// <summary>From the signal to stop until calls still under way are ended.</summary>
    public static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(10);

    /// <summary>What the last commits and messages get after the drain.</summary>
    public static readonly TimeSpan FlushTime = TimeSpan.FromSeconds(3);

    /// <summary>Inputs waiting for the engine beyond which datagrams are dropped (their senders repeat them) and streams are not read.</summary>
    public const int WaitingForSip = 16_384;

    /// <summary>Inputs handled before the outputs of the turn are passed on.</summary>
    public const int InputsATurn = 16;

    /// <summary>Batches flushed together.</summary>
    public const int BatchesACommit = 512;

    /// <summary>Batches that nobody waits for are gathered for this long before they are flushed; one that somebody waits for takes them
    /// along at once. What a crash may lose of them is what a crash this much earlier would have lost.</summary>
    public static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(20);

    /// <summary>The first and the longest pause between tries of a store that fails.</summary>
    public static readonly TimeSpan FirstStorePause = TimeSpan.FromMilliseconds(50);

    public static readonly TimeSpan LongestStorePause = TimeSpan.FromSeconds(5);

    /// <summary>Commands of people and programs not yet answered; one more is refused as <c>busy</c>.</summary>
    public const int CommandsAtOnce = 1_000;

    /// <summary>A command not answered by then is answered <c>timed-out</c>; it may still be done later.</summary>
    public static readonly TimeSpan CommandTime = TimeSpan.FromSeconds(10);

    /// <summary>A live view this young is shown again; an older one is asked for anew.</summary>
    public static readonly TimeSpan ViewFresh = TimeSpan.FromMilliseconds(200);

    /// <summary>Whoever looks at the live state waits this long for it, and then sees an older one.</summary>
    public static readonly TimeSpan ViewTime = TimeSpan.FromSeconds(1);

    /// <summary>Between two tries of a deadline that the engine fails to handle.</summary>
    public static readonly TimeSpan StuckPause = TimeSpan.FromMilliseconds(100);

    /// <summary>A turn of the engine longer than this is logged.</summary>
    public static readonly TimeSpan SlowTurn = TimeSpan.FromMilliseconds(100);

    /// <summary>An engine that has not turned for so long is reported as not answering.</summary>
    public static readonly TimeSpan Unresponsive = TimeSpan.FromSeconds(5);

    /// <summary>How often the clock is compared with the wall, and the longest wait of the engine for anything.</summary>
    public static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);
}
