using System.Diagnostics;
using System.IO;
using System.Threading.Tasks;
using Rappel.Acceptance.Endpoints;
using Rappel.Acceptance.Staging;
using Rappel.Measuring;

namespace Rappel.Bench.Scenarios;

/// <summary>An hour of a simulated contact centre, with its checkers, from the start of the program to its end.</summary>
internal sealed class SimulationScenario : IScenario
{
    private const int CallsAnHour = 1000;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public string Name => "sim";

    public async Task<IReadOnlyList<GoalRow>> Run(int run)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Checkout.Root, "artifacts", "bench", "sim")).FullName;
        var framework = new DirectoryInfo(AppContext.BaseDirectory);
        var program = Path.Combine(Checkout.Root, "tests", "Rappel.Simulation", "bin", framework.Parent!.Name, framework.Name, "Rappel.Simulation.dll");
        var clock = Stopwatch.StartNew();
        using var simulation = new ChildProcess("sim", "dotnet", [program, "--seed", $"{run}", "--hours", "1", "--calls", $"{CallsAnHour}"], folder);
        if (await simulation.Exited(Patience) is not 0)
        {
            throw new InvalidOperationException($"the simulation failed: {string.Join(" | ", simulation.Lines.TakeLast(5))}");
        }

        var took = clock.Elapsed.TotalSeconds;
        Console.Error.WriteLine(FormattableString.Invariant($"  seed {run}: {took:0.00} s: {string.Join(' ', simulation.Lines.Take(1))}"));
        return
        [
            new GoalRow($"one simulated hour, {CallsAnHour} calls", "", "2 s", [took], "0.00 s",
                "whole process on one core, with faults and checkers; a seed for each run; faults and what is left at the end go on after the hour"),
        ];
    }
}
