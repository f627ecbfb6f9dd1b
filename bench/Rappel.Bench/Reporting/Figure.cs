using System.Globalization;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Reports;
using System.Reflection;

namespace Rappel.Bench.Reporting;

/// <summary>What one benchmark gave.</summary>
/// <param name="Median">Nanoseconds an operation; <paramref name="Least"/> and <paramref name="Most"/> are those of the best and the worst round.</param>
/// <param name="Allocated">Bytes an operation.</param>
internal sealed record Figure(string Key, string What, double Median, double Least, double Most, double Allocated, string How)
{
    public static Figure? Of(BenchmarkReport report)
    {
        var method = report.BenchmarkCase.Descriptor.WorkloadMethod;
        var values = report.BenchmarkCase.Parameters.Items.Select(p => p.Value).ToArray();
        var what = string.Format(CultureInfo.InvariantCulture, method.GetCustomAttribute<BenchmarkAttribute>()!.Description!, values);
        var key = $"{method.DeclaringType!.Name}.{method.Name}({string.Join(',', values)})";
        if (report.ResultStatistics is not { } statistics)
        {
            return null;
        }

        var bytes = report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0;
        var last = report.GetResultRuns()[^1];
        return new Figure(key, what, statistics.Median, statistics.Min, statistics.Max, bytes, $"{statistics.N} rounds of {last.Operations}");
    }

    public IReadOnlyList<string> Cells => [What, Time(Median), $"{Time(Least)} .. {Time(Most)}", Bytes(Allocated), How];

    public static string Time(double nanoseconds) => nanoseconds switch
    {
        < 1e3 => FormattableString.Invariant($"{nanoseconds:0} ns"),
        < 1e6 => FormattableString.Invariant($"{nanoseconds / 1e3:0.0} us"),
        _ => FormattableString.Invariant($"{nanoseconds / 1e6:0.00} ms"),
    };

    private static string Bytes(double bytes) => FormattableString.Invariant($"{bytes:0} B");
}
