namespace Rappel.Server.Web.Events;

/// <summary>Bounds of the event stream.</summary>
public static class EventLimits
{
    /// <summary>The live state is looked at and compared so often while somebody listens, and committed rows are told so often.</summary>
    public static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(200);

    /// <summary>A comment, so that proxies and browsers see that the line is alive.</summary>
    public static readonly TimeSpan Comment = TimeSpan.FromSeconds(15);

    /// <summary>Whether each listener may still listen is looked at so often.</summary>
    public static readonly TimeSpan AccessCheck = TimeSpan.FromSeconds(1);

    /// <summary>Figures cost queries: they are told this seldom.</summary>
    public static readonly TimeSpan Figures = TimeSpan.FromSeconds(5);

    /// <summary>Committed rows are kept in mind for this long after the last listener left: one that comes back is told what it missed.</summary>
    public static readonly TimeSpan Linger = TimeSpan.FromSeconds(30);

    /// <summary>Connections in all; one more is refused.</summary>
    public const int Listeners = 5_000;

    /// <summary>Events that wait for one listener. One that falls further behind is told to begin anew.</summary>
    public const int WaitingForListener = 128;

    /// <summary>Committed rows that wait for the next beat. More are not told singly: listeners are told to read again.</summary>
    public const int WaitingRows = 20_000;

    /// <summary>Rows of one kind told in one event; more are not told singly.</summary>
    public const int RowsInAnEvent = 500;

    /// <summary>Events about rows that are kept for listeners who come back.</summary>
    public const int KeptEvents = 256;

    /// <summary>What a browser waits before it connects again.</summary>
    public static readonly TimeSpan Retry = TimeSpan.FromSeconds(2);
}
