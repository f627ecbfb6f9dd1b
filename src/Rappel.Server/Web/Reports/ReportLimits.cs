namespace Rappel.Server.Web.Reports;

/// <summary>Bounds of what one report tells.</summary>
public static class ReportLimits
{
    /// <summary>Days from the beginning to the end.</summary>
    public const int MaximumDays = 3660;

    /// <summary>A month by the quarter of an hour.</summary>
    public const int MaximumIntervals = 31 * 96;

    /// <summary>Rows of one answer. More are refused: half a report would look like a whole one.</summary>
    public const int MaximumRows = 50_000;

    /// <summary>Different steps of one script.</summary>
    public const int MaximumSteps = 20_000;

    /// <summary>Interactions in one CSV.</summary>
    public const int MaximumListed = 10_000;
}
