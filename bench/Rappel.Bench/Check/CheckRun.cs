using System.IO;
using System.Runtime.InteropServices;
using System.Threading.Tasks;
using Rappel.Acceptance.Staging;
using Rappel.Bench.Reporting;

namespace Rappel.BenchCheck;

/// <summary>Counts what the pieces cost and holds it against <c>bench/baseline.json</c>.</summary>
internal static class CheckRun
{
    private static readonly string Kept = Path.Combine(Checkout.Root, "bench", "baseline.json");

    private static string Made => $".NET {Environment.Version.ToString(2)}, {RuntimeInformation.ProcessArchitecture}";

    /// <param name="words"><c>accept</c> keeps what is counted, <c>bytes</c> counts no instructions; others are parts of pieces' names.</param>
    /// <returns>1 where something got worse, or the baseline lacks it.</returns>
    public static async Task<int> Run(IReadOnlyList<string> words)
    {
        var accept = words.Contains("accept");
        var instructions = !words.Contains("bytes");
        string[] pieces = [.. words.Except(["accept", "bytes"])];
        var baseline = File.Exists(Kept) ? Baseline.Read(File.ReadAllText(Kept)) : new Baseline(Made, []);
        if (instructions && baseline.Made != Made && !accept)
        {
            Console.WriteLine($"The baseline was made by {baseline.Made}; this is {Made}: instructions are not compared.");
            instructions = false;
        }

        IReadOnlyList<CountedFigure> counted;
        try
        {
            counted = await CountingRun.Of(instructions, pieces);
        }
        catch (InvalidOperationException failure)
        {
            Console.WriteLine($"bench-check: {failure.Message}");
            return 1;
        }

        IReadOnlyList<CountedFigure> now = [.. counted, .. Ratios.Of(counted)];
        var kept = baseline.Figures.Where(figure => IsCounted(figure, instructions, pieces)).ToList();
        if (accept)
        {
            File.WriteAllText(Kept, new Baseline(Made, [.. now, .. baseline.Figures.Except(kept)]).Write());
        }

        return Print(Judgement.Of(kept, now), accept);
    }

    private static bool IsCounted(CountedFigure figure, bool instructions, string[] pieces) =>
        Counting.IsWanted(figure.Piece, pieces) && (instructions || figure.Kind is not (FigureKind.Instructions or FigureKind.Ratio));

    private static int Print(IReadOnlyList<Judged> judged, bool accepted)
    {
        PlainTable.Print(["piece", "what", "baseline", "now", "change", "verdict"], judged.Select(Row));
        var count = judged.CountBy(j => j.Verdict).ToDictionary();
        Console.WriteLine($"bench-check: {judged.Count} figures, {string.Join(", ", count.OrderBy(c => c.Key).Select(c => $"{c.Value} {Word(c.Key)}"))}");
        if (accepted)
        {
            Console.WriteLine("The baseline is now what was counted: bench/baseline.json. Say in the commit why.");
            return 0;
        }

        if (count.ContainsKey(Verdict.Better))
        {
            Console.WriteLine("To keep what was gained: make bench-check ACCEPT=1, and commit bench/baseline.json.");
        }

        if (!judged.Any(j => Judgement.IsTrouble(j.Verdict)))
        {
            return 0;
        }

        Console.WriteLine("Where it is meant: make bench-check ACCEPT=1, and say in the commit why it costs more.");
        return 1;
    }

    private static IReadOnlyList<string> Row(Judged judged) =>
    [
        judged.Piece, judged.Kind, judged.Kept is { } kept ? Baseline.Number(kept) : "-", judged.Now is { } now ? Baseline.Number(now) : "-",
        judged is { Kept: > 0, Now: not null } ? FormattableString.Invariant($"{100 * ((judged.Now / judged.Kept) - 1):+0.0;-0.0;0.0} %") : "",
        Word(judged.Verdict),
    ];

    private static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Same => "same",
        Verdict.Better => "better",
        Verdict.Worse => "WORSE",
        Verdict.New => "NEW",
        _ => "GONE",
    };
}
