namespace Rappel.Simulation;

/// <summary>What a run printed out is: the sum of its stretches, and what each of them found.</summary>
internal static class Report
{
    private const int Shown = 3;

    /// <returns>True where nothing was found.</returns>
    public static bool Print(string title, IReadOnlyList<StretchResult> results, TimeSpan took)
    {
        Console.WriteLine(FormattableString.Invariant(
            $"{title}: {results.Count} stretches, {results.Sum(r => r.Options.Hours):0.#} h with faults, {results.Sum(r => (long)r.Callers)} callers, {results.Sum(r => r.Events)} events, in {took.TotalSeconds:0.0} s"));
        PrintCounts(results);
        var trace = new Trace();
        foreach (var result in results)
        {
            trace.Mix(result.TraceHash);
        }

        var violations = 0;
        foreach (var result in results.Where(r => r.Violations.Count > 0))
        {
            foreach (var violation in result.Violations.Take(Shown))
            {
                Console.WriteLine($"VIOLATION {violation}");
            }

            violations += result.Violations.Count;
            Console.WriteLine($"replay: {result.Options.Replay}");
        }

        var clean = results.Count(r => r.Violations.Count == 0);
        Console.WriteLine($"stretches: {clean} clean, {results.Count - clean} with violations");
        Console.WriteLine($"trace: {(results.Count == 1 ? results[0].TraceHash : trace.Hash):x16}");
        Console.WriteLine($"violations: {violations}");
        return violations == 0;
    }

    private static void PrintCounts(IReadOnlyList<StretchResult> results)
    {
        var kinds = results.SelectMany(r => r.Counts).GroupBy(c => c.Key, c => (long)c.Value).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => (Kind: g.Key[..g.Key.IndexOf(':', StringComparison.Ordinal)], Word: g.Key[(g.Key.IndexOf(':', StringComparison.Ordinal) + 2)..], Sum: g.Sum()))
            .GroupBy(c => c.Kind);
        foreach (var kind in kinds)
        {
            Console.WriteLine($"{kind.Key}: {string.Join(", ", kind.Select(c => $"{c.Word} {c.Sum}"))}");
        }
    }
}
