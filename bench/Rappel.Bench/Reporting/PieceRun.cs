using System.Diagnostics;
using System.IO;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Filters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;
using Perfolizer.Mathematics.OutlierDetection;
using Rappel.Acceptance.Staging;

namespace Rappel.Bench.Reporting;

/// <summary>
/// A short run of benchmarks in this process: nothing is compiled between them, so that all of them take minutes. No round is left out as
/// an outlier, since on a shared machine a slow round is what happened and not an error of measuring.
/// </summary>
internal static class PieceRun
{
    private const int Warmups = 6;
    private const int Rounds = 15;
    private const int RoundMilliseconds = 100;

    /// <returns>1 where a benchmark did not run.</returns>
    public static int Run(IReadOnlyList<Type> pieces, IReadOnlyList<string> words)
    {
        var folder = Path.Combine(Checkout.Root, "artifacts", "bench");
        Directory.CreateDirectory(folder);
        using var log = new StreamWriter(Path.Combine(folder, "log.txt"));
        var config = Config(folder, log, words);
        var clock = Stopwatch.StartNew();
        var figures = new List<Figure>();
        var failed = 0;
        foreach (var info in pieces.Select(piece => BenchmarkConverter.TypeToBenchmarks(piece, config)).Where(info => info.BenchmarksCases.Length > 0))
        {
            Console.Error.WriteLine($"{info.Type.Name} ...");
            var summary = BenchmarkRunner.Run(info);
            var found = summary.Reports.Select(Figure.Of).OfType<Figure>().ToList();
            failed += info.BenchmarksCases.Length - found.Count;
            figures.AddRange(found);
        }

        Print(figures, clock.Elapsed);
        if (failed > 0)
        {
            Console.Error.WriteLine($"{failed} did not run: see {Path.Combine(folder, "log.txt")}");
        }

        return failed > 0 || figures.Count == 0 ? 1 : 0;
    }

    private static ManualConfig Config(string folder, StreamWriter log, IReadOnlyList<string> words)
    {
        var job = Job.Default.WithToolchain(InProcessEmitToolchain.Instance)
            .WithWarmupCount(Warmups).WithIterationCount(Rounds).WithIterationTime(TimeInterval.FromMilliseconds(RoundMilliseconds))
            .WithEvaluateOverhead(false).WithOutlierMode(OutlierMode.DontRemove);
        return ManualConfig.CreateEmpty().AddJob(job).AddDiagnoser(MemoryDiagnoser.Default).AddLogger(new StreamLogger(log))
            .AddColumnProvider(DefaultColumnProviders.Instance).WithArtifactsPath(folder)
            .AddFilter(new SimpleFilter(benchmark => words.Count == 0 || words.Any(word =>
                $"{benchmark.Descriptor.Type.Name} {benchmark.Descriptor.WorkloadMethod.Name}".Contains(word, StringComparison.OrdinalIgnoreCase))));
    }

    private static void Print(IReadOnlyList<Figure> figures, TimeSpan took)
    {
        Console.WriteLine();
        PlainTable.Print(["what", "median", "best .. worst round", "allocated", "how measured"], figures.Select(figure => figure.Cells));
        var ratios = Ratio.Of(figures).ToList();
        if (ratios.Count > 0)
        {
            PlainTable.Print(["within this run", ""], ratios);
        }

        Console.WriteLine(FormattableString.Invariant(
            $"{took.TotalSeconds:0} s; {Environment.ProcessorCount} cores; load {Load()}; .NET {Environment.Version}; each after {Warmups} rounds of warming up"));
    }

    /// <summary>Of the last minute: says how busy others kept the machine.</summary>
    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";
}
