namespace Rappel.Core.Acd;

/// <summary>Bounds of the distributor that no administrator sets.</summary>
public static class AcdLimits
{
    /// <summary>An agent whose phone could not be reached gets no offer for this long, or until the phone says that it is there.</summary>
    public static readonly TimeSpan UnreachableBackOff = TimeSpan.FromSeconds(30);

    /// <summary>Entries of a line that a reading lists where the reader does not say how many.</summary>
    public const int ReadingEntries = 100;

    /// <summary>Service intervals that the expected wait looks back on.</summary>
    public const int ServiceIntervals = 20;
}
