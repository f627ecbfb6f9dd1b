using System.Diagnostics;
using Rappel.Simulation.Checkers;

namespace Rappel.Simulation.Mutants;

/// <summary>Plays seed after seed on all cores until a checker that should notice does.</summary>
internal static class Hunt
{
    private const int Survived = 1;
    private const int Unusable = 2;

    /// <param name="arguments">"apply" FILE ROOT, or "hunt" FILE SEEDS HOURS, or "none" SEEDS HOURS for an engine that should break no rule.</param>
    public static int Run(string[] arguments)
    {
        try
        {
            switch (arguments)
            {
                case ["apply", var file, var root]:
                    Mutant.Read(file).Apply(root);
                    return 0;
                case ["hunt", var file, var seeds, var hours]:
                    return Look(Mutant.Read(file), int.Parse(seeds), double.Parse(hours));
                case ["none", var seeds, var hours]:
                    return Report.Print("unmutated", new Campaign().Play(Stretches(null, int.Parse(seeds), double.Parse(hours), null)), TimeSpan.Zero) ? 0 : Survived;
                default:
                    throw new FormatException("expected mutants apply FILE ROOT, hunt FILE SEEDS HOURS or none SEEDS HOURS");
            }
        }
        catch (FormatException wrong)
        {
            Console.Error.WriteLine(wrong.Message);
            return Unusable;
        }
    }

    private static int Look(Mutant mutant, int seeds, double hours)
    {
        var watch = Stopwatch.StartNew();
        var isCaught = false;
        var results = new Campaign().Play(Stretches(mutant.Seed, seeds, hours, found =>
        {
            // One is enough: what the other cores play ends too.
            isCaught |= found.Any(v => mutant.CaughtBy.Contains(v.Rule));
            return isCaught;
        }));
        var took = FormattableString.Invariant($"{watch.Elapsed.TotalSeconds:0.0}");
        foreach (var result in results)
        {
            if (Hit(mutant, result) is { } hit)
            {
                Console.WriteLine($"{hit}\n{result.Options.Replay}");
                Console.WriteLine($"caught\t{hit.Rule}\t{result.Options.Seed}\t{took}");
                return 0;
            }
        }

        var others = results.SelectMany(r => r.Violations).CountBy(v => v.Rule).OrderByDescending(r => r.Value).Select(r => $"{r.Key} {r.Value} times");
        Console.WriteLine(string.Join('\n', results.SelectMany(r => r.Violations.Take(1).Select(v => $"{r.Options.Seed}: {v}"))));
        Console.WriteLine($"survived\tonly {string.Join(", ", others.DefaultIfEmpty("silence"))}\t-\t{took}");
        return Survived;
    }

    private static Violation? Hit(Mutant mutant, StretchResult result) => result.Violations.FirstOrDefault(v => mutant.CaughtBy.Contains(v.Rule));

    private static List<StretchOptions> Stretches(ulong? first, int count, double hours, Func<IReadOnlyList<Violation>, bool>? until) =>
    [
        .. Enumerable.Range(1, count).Select(i => (ulong)i).Prepend(first ?? 1).Distinct()
            .Select(seed => new StretchOptions(seed, hours, 60, false) { Until = until }),
    ];
}
