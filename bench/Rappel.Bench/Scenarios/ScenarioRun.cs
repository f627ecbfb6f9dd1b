using System.Runtime.InteropServices;
using System.Threading.Tasks;
using Rappel.Acceptance.Endpoints;
using Rappel.Bench.Load;
using Rappel.Measuring;
using Rappel.Bench.Reporting;

namespace Rappel.Bench.Scenarios;

/// <summary>The table: scenarios run several times, their figures beside the goals.</summary>
internal static class ScenarioRun
{
    /// <summary>Cores' worth of other work beyond which it is said aloud.</summary>
    private const double Tolerated = 0.1;

    private static readonly LoadOptions Options = new();

    private static readonly Findings Found = new() { Ceiling = Options.Ceiling };

    public static readonly IReadOnlyList<IScenario> All =
    [
        new QueueScenario(Options, Found), new HeldScenario(Options), new AgentScenario(Options), new OverloadScenario(Options, Found), new BridgedScenario(Options),
        new ReadyScenario(), new PauseScenario(Options, Found), new EventsScenario(Options), new SimulationScenario(),
    ];

    public static async Task<int> Run(IReadOnlyList<IScenario> scenarios)
    {
        using var ended = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
        Cores.Pin();
        List<GoalRow> rows = [];
        var disturbed = 0.0;
        foreach (var scenario in scenarios)
        {
            List<GoalRow> own = [];
            for (var run = 1; run <= (scenario.Once ? 1 : Options.Runs); run++)
            {
                Console.Error.WriteLine($"{scenario.Name}, run {run} of {Options.Runs} ...");
                var bystanders = new Bystanders();
                own.AddRange(await Try(scenario, run));
                disturbed = Math.Max(disturbed, bystanders.Share);
            }

            rows.AddRange(GoalRow.Merge(own));
        }

        Console.WriteLine();
        PlainTable.Print(GoalRow.Heads, rows.Select(row => row.Cells), wordsLast: true);
        Console.WriteLine($"{Cores.Told}; {Environment.ProcessorCount} cores here; .NET {Environment.Version}; calls by SIPp, RTP counted and timed at one ear.");
        Console.WriteLine(disturbed > Tolerated
            ? FormattableString.Invariant($"NOT ALONE: other work took up to {100 * disturbed:0} % of a core during a run, so these figures are worse than the server's own.")
            : FormattableString.Invariant($"Other work took at most {100 * disturbed:0} % of a core."));
        return 0;
    }

    /// <summary>One part that fails leaves the others their figures.</summary>
    private static async Task<IReadOnlyList<GoalRow>> Try(IScenario scenario, int run)
    {
        try
        {
            return await scenario.Run(run);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            Console.Error.WriteLine($"  FAILED: {e.Message}");
            return [new GoalRow($"{scenario.Name} FAILED", "", "", [], "0", e.Message)];
        }
    }

    /// <summary>Leaves neither server nor SIPp behind.</summary>
    private static void End(PosixSignalContext signal)
    {
        ChildProcess.KillAll();
        Environment.Exit(130);
    }
}
