using System.Runtime.InteropServices;
using System.Threading.Tasks;
using Rappel.Acceptance.Endpoints;
using Rappel.Bench.Load;
using Rappel.Bench.Measuring;
using Rappel.Bench.Reporting;

namespace Rappel.Bench.Scenarios;

/// <summary>The table: scenarios run several times, their figures beside the goals.</summary>
internal static class ScenarioRun
{
    private static readonly LoadOptions Options = new();

    public static readonly IReadOnlyList<IScenario> All = [new QueueScenario(Options), new HeldScenario(Options)];

    public static async Task<int> Run(IReadOnlyList<IScenario> scenarios)
    {
        using var ended = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
        Cores.Pin();
        List<GoalRow> rows = [];
        foreach (var scenario in scenarios)
        {
            List<GoalRow> own = [];
            for (var run = 1; run <= Options.Runs; run++)
            {
                Console.Error.WriteLine($"{scenario.Name}, run {run} of {Options.Runs} ...");
                own.AddRange(await scenario.Run(run));
            }

            rows.AddRange(GoalRow.Merge(own));
        }

        Console.WriteLine();
        PlainTable.Print(GoalRow.Heads, rows.Select(row => row.Cells));
        Console.WriteLine($"{Cores.Told}; {Environment.ProcessorCount} cores here; .NET {Environment.Version}; calls by SIPp, RTP counted and timed at one ear.");
        return 0;
    }

    /// <summary>Leaves neither server nor SIPp behind.</summary>
    private static void End(PosixSignalContext signal)
    {
        ChildProcess.KillAll();
        Environment.Exit(130);
    }
}
