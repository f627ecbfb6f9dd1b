namespace Rappel.Server.Web.Reports;

/// <summary>What a row of a report spans, on the clocks of the report's zone.</summary>
public enum ReportInterval
{
    /// <summary>The whole time.</summary>
    None,
    Quarter,
    Hour,
    Day,

    /// <summary>From Monday on.</summary>
    Week,
    Month,
}
