namespace Rappel.Server.Web.Reports;

/// <summary>Exact percentiles of values at hand.</summary>
internal static class Percentile
{
    /// <summary>The smallest value that so many per cent of all are not above (nearest rank); null for none.</summary>
    public static double? Of(IEnumerable<double> values, int percent)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length == 0 ? null : sorted[Math.Max(0, (int)Math.Ceiling(percent / 100d * sorted.Length) - 1)];
    }
}
