namespace Rappel.Server.Webhooks;

/// <summary>Bounds of telling webhooks.</summary>
public static class WebhookLimits
{
    /// <summary>For an answer.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    /// <summary>Deliveries to one webhook under way at once, each of another subject.</summary>
    public const int AtOnce = 8;

    /// <summary>Failures in a row after which a webhook is only probed, one delivery at a time.</summary>
    public const int Failing = 3;

    /// <summary>Longest time between two probes of a webhook that fails: it is back within a minute of its return.</summary>
    public static readonly TimeSpan LongestProbe = TimeSpan.FromMinutes(1);

    /// <summary>Before the second try of a delivery; doubles up to <see cref="LongestPause"/>.</summary>
    public static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(2);

    public static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);

    /// <summary>Share of a pause that it is shortened or lengthened by, at most: those that failed together do not come again together.</summary>
    public const double Jitter = 0.2;

    /// <summary>A delivery that still fails so long after the event is given up.</summary>
    public static readonly TimeSpan TriedFor = TimeSpan.FromDays(3);

    /// <summary>Deliveries that have ended are kept so long, for people to look at.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(7);

    /// <summary>Between two looks for what has been kept long enough.</summary>
    public static readonly TimeSpan PruneEvery = TimeSpan.FromMinutes(10);

    /// <summary>Rows removed in one transaction.</summary>
    public const int PrunedAtOnce = 1_000;

    /// <summary>What came of tries is gathered so long before it is written: a flush costs as much for one as for many.</summary>
    public static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(20);

    /// <summary>Before the store is asked again after it failed.</summary>
    public static readonly TimeSpan StorePause = TimeSpan.FromSeconds(1);

    /// <summary>Characters of an answer or a trouble that are kept.</summary>
    public const int TroubleKept = 200;
}
