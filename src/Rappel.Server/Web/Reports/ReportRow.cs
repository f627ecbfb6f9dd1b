using System.Globalization;
using Rappel.Storage.Queries;

namespace Rappel.Server.Web.Reports;

/// <summary>The counters that one row of a report is made of.</summary>
/// <param name="Connected">Of a report on callbacks: the requests whose customer talked to an agent; empty in others.</param>
internal sealed record ReportRow(int Interval, string Key, long[] Counters, IReadOnlyList<ConnectedCallback> Connected)
{
    public long this[Enum counter] => Counters[Convert.ToInt32(counter, CultureInfo.InvariantCulture)];

    /// <summary>Room for the counters of any report.</summary>
    private const int MostCounters = 64;

    public static ReportRow Total(IReadOnlyList<ReportRow> rows)
    {
        var sums = new long[MostCounters];
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Counters.Length; i++)
            {
                sums[i] += row.Counters[i];
            }
        }

        return new ReportRow(0, "", sums, [.. rows.SelectMany(r => r.Connected)]);
    }
}
