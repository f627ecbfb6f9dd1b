using System.IO;
using System.Threading.Tasks;
using Rappel.Acceptance.Staging;
using Rappel.Bench.Backlog;
using Rappel.Bench.Load;
using Rappel.Measuring;

namespace Rappel.Bench.Scenarios;

/// <summary>From the start of the program to its line <c>rappel ready</c>, with nothing in its store and with many pending requests.</summary>
internal sealed class ReadyScenario : IScenario
{
    private const int Pending = 100_000;

    public string Name => "ready";

    public async Task<IReadOnlyList<GoalRow>> Run(int run)
    {
        var folder = Path.Combine(Checkout.Root, "artifacts", "bench", "ready");
        if (run == 1 && Directory.Exists(folder))
        {
            Directory.Delete(folder, true);
        }

        var filled = Path.Combine(folder, "filled");
        if (!Directory.Exists(filled))
        {
            BacklogRun.Fill(Path.Combine(filled, "data"), Pending);
        }

        return
        [
            new GoalRow("`rappel ready` after start, empty", "", "1 s", [await Start(Path.Combine(folder, $"empty-{run}"))], "0.00 s", "a new data folder; start of the process to the line"),
            new GoalRow($"`rappel ready` after start, {Pending} pending", "", "3 s", [await Start(filled)], "0.00 s", "the same, with requests of ten queues in the store"),
        ];
    }

    private static async Task<double> Start(string folder)
    {
        Directory.CreateDirectory(folder);
        using var ports = PortBlock.Take();
        using var server = new LoadServer(ports, folder, Path.Combine(Checkout.Root, "bench", "backlog"));
        await server.Start();
        Console.Error.WriteLine(FormattableString.Invariant(
            $"  {Path.GetFileName(folder)}: {server.StartedIn.TotalSeconds:0.00} s, {ProcessorUse.Of(server.Id).Total:0.00} s of processor time, {ProcessorUse.Resident(server.Id) >> 20} MiB"));
        return server.StartedIn.TotalSeconds;
    }
}
