using Rappel.Simulation.Checkers;

namespace Rappel.Simulation;

/// <summary>What a run printed out is.</summary>
internal sealed record Report(
    SimOptions Options, int Callers, Site Site, SimStore Store, SimCarrier Carrier, IReadOnlyList<Violation> Violations, ulong TraceHash)
{
    private const int Shown = 20;

    public void Print(TimeSpan took)
    {
        Console.WriteLine($"seed {Options.Seed}, {Options.Hours} h with faults, {Callers} callers, {Site.Crashes} crashes, in {took.TotalSeconds:0.0} s");
        Console.WriteLine($"callbacks: {Store.Callbacks.Count}: {Counted(Store.Callbacks.Values.GroupBy(c => c.Status.ToString()))}");
        Console.WriteLine($"attempts: {Store.Attempts.Count}: {Counted(Store.Attempts.Values.GroupBy(a => a.Outcome?.ToString() ?? "open"))}");
        Console.WriteLine($"interactions: {string.Join(", ", Store.Outcomes.Select(o => $"{o.Key} {o.Value}"))}");
        Console.WriteLine($"customers: {string.Join(", ", Carrier.Customers.Select(o => $"{o.Key} {o.Value}"))}");
        Console.WriteLine($"logged: {string.Join(", ", Site.Logged.Select(o => $"{o.Key} {o.Value}"))}");
        foreach (var violation in Violations.Take(Shown))
        {
            Console.WriteLine($"VIOLATION {violation}");
        }

        Console.WriteLine($"trace: {TraceHash:x16}");
        Console.WriteLine($"violations: {Violations.Count}");
        if (Violations.Count > 0)
        {
            Console.WriteLine($"replay: make sim SEED={Options.Seed} HOURS={Options.Hours}");
        }
    }

    private static string Counted<T>(IEnumerable<IGrouping<string, T>> groups) =>
        string.Join(", ", groups.OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key} {g.Count()}"));
}
