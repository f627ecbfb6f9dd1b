namespace Rappel.Measuring;

/// <summary>One line of the table.</summary>
/// <param name="Before">What was measured of Asterisk 22 on such a machine; empty for nothing.</param>
/// <param name="Values">One of each run; empty where it could not be had.</param>
/// <param name="Form">Format of a value, with its unit: <c>0.00 ms</c>.</param>
internal sealed record GoalRow(string What, string Before, string Goal, IReadOnlyList<double> Values, string Form, string How)
{
    public static readonly string[] Heads = ["what", "Asterisk 22", "to reach", "median", "spread", "runs", "how measured"];

    public string[] Cells => Values.Count == 0
        ? [What, Before, Goal, "-", "-", "0", How]
        : [What, Before, Goal, Text(Percentile.Median(Values)), Spread, $"{Values.Count}", How];

    private string Spread => Values.Count == 1 ? "-" : $"{Text(Values.Min())} .. {Text(Values.Max())}";

    /// <summary>The same line of several runs as one.</summary>
    public static IEnumerable<GoalRow> Merge(IEnumerable<GoalRow> rows) =>
        rows.GroupBy(row => row.What).Select(group => group.First() with { Values = [.. group.SelectMany(row => row.Values)] });

    private string Text(double value) => value.ToString(Form, System.Globalization.CultureInfo.InvariantCulture);
}
