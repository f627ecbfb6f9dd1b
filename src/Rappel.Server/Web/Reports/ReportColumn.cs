using Rappel.Core.Config;

namespace Rappel.Server.Web.Reports;

/// <summary>What the figures of a column are.</summary>
public enum ReportUnit
{
    Text,
    Moment,
    Count,
    Seconds,
    Percent,
}

/// <summary>A figure made of a row's counters.</summary>
/// <param name="Value">Null where there is nothing to tell: a share of none.</param>
internal sealed record ReportColumn(string Name, ReportUnit Unit, Said Label, Func<ReportRow, double?> Value)
{
    public static ReportColumn Count<T>(string name, string english, string french, T counter) where T : struct, Enum
    {
        var at = Convert.ToInt32(counter, System.Globalization.CultureInfo.InvariantCulture);
        return Count(name, english, french, at);
    }

    public static ReportColumn Count(string name, string english, string french, int counter) =>
        new(name, ReportUnit.Count, new Said(english, french), row => row.Counters[counter]);

    /// <summary>Milliseconds that were added up, in seconds.</summary>
    public static ReportColumn Seconds(string name, string english, string french, Enum milliseconds) =>
        new(name, ReportUnit.Seconds, new Said(english, french), row => Math.Round(row[milliseconds] / 1000d, 1));

    /// <summary>Milliseconds that were added up over how many, in seconds.</summary>
    public static ReportColumn Average(string name, string english, string french, Enum milliseconds, params Enum[] of) =>
        new(name, ReportUnit.Seconds, new Said(english, french), row => Math.Round(row[milliseconds] / 1000d / Sum(row, of), 1) is var average && double.IsFinite(average) ? average : null);

    public static ReportColumn Share(string name, string english, string french, Enum part, params Enum[] of) =>
        new(name, ReportUnit.Percent, new Said(english, french), row => Sum(row, of) is var whole && whole > 0 ? Math.Round(100d * row[part] / whole, 1) : null);

    private static double Sum(ReportRow row, Enum[] counters) => counters.Sum(c => (double)row[c]);
}
