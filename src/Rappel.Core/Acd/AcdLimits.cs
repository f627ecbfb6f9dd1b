namespace Rappel.Core.Acd;

/// <summary>Bounds of the distributor that no administrator sets.</summary>
public static class AcdLimits
{
    /// <summary>An agent whose phone could not be reached gets no offer for this long, or until the phone says that it is there.</summary>
    public static readonly TimeSpan UnreachableBackOff = TimeSpan.FromSeconds(30);

    /// <summary>From its beginning, however often it is extended.</summary>
    public static readonly TimeSpan LongestWrapUp = TimeSpan.FromHours(1);

    /// <summary>Beyond its time a wrap-up that lacks codes holds the agent this long; then the agent is on break. Whoever went home without giving one
    /// is not stuck for ever, nor offered work the moment the bound comes.</summary>
    public static readonly TimeSpan WrapUpHeldFor = TimeSpan.FromHours(1);

    /// <summary>Entries of a line that a reading lists where the reader does not say how many.</summary>
    public const int ReadingEntries = 100;

    /// <summary>Service intervals that the expected wait looks back on.</summary>
    public const int ServiceIntervals = 20;

    /// <summary>Handling times that the expected wait looks back on.</summary>
    public const int HandlingTimes = 50;

    /// <summary>Waits that the moving average is of.</summary>
    public const int WaitsAveraged = 20;

    /// <summary>Entries at the head of a line looked at for one whose age says how fast the line moves.</summary>
    public const int HeadsLookedAt = 8;
}
