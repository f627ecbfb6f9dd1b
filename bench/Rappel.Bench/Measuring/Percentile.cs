namespace Rappel.Measuring;

/// <summary>Of figures in hand, by nearest rank: always one that was measured.</summary>
internal static class Percentile
{
    /// <param name="sorted">From the least to the most; at least one.</param>
    /// <param name="share">0 to 1: 0.5 is the median, 0.99 the value that one in a hundred exceeds.</param>
    public static double Of(IReadOnlyList<double> sorted, double share) =>
        sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Count) - 1, 0, sorted.Count - 1)];

    /// <summary>The middle one of figures in any order; of an even number the lower of the two.</summary>
    public static double Median(IEnumerable<double> values) => Of([.. values.Order()], 0.5);
}
