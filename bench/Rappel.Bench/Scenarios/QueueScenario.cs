using System.Threading.Tasks;
using Rappel.Bench.Load;
using Rappel.Measuring;

namespace Rappel.Bench.Scenarios;

/// <summary>Calls into a queue: INVITE, answer, half a second of prompt, music, BYE. How many a second, and what one costs.</summary>
internal sealed class QueueScenario(LoadOptions options, Findings findings) : IScenario
{
    private const double MostFailed = 0.01;
    private const double First = 400;
    private const double Near = 1.06;
    private const double Least = 50;
    private const double Most = 3000;

    /// <summary>Of the packets that fit into the call: fewer were heard, and the call was not carried.</summary>
    private const double LeastHeard = 0.93;

    private static readonly TimeSpan StepTime = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan CostTime = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);

    public string Name => "queue";

    public async Task<IReadOnlyList<GoalRow>> Run(int run)
    {
        using var stage = await LoadStage.Set(options, $"queue-{run}");
        await stage.WarmUp();
        List<GoalRow> rows = [];
        if (stage.Target.Process is not null)
        {
            rows.AddRange(await Cost(stage, options.Hold, "1.0 ms", "4.5-6.7 ms"));
            if (options.Hold < 2000)
            {
                rows.AddRange(await Cost(stage, 2000, "", ""));
            }
        }

        var ceiling = await Ceiling(stage, options, findings);
        rows.Insert(0, new GoalRow("calls a second into a queue, under 1 % failed", "160-180", "800", [ceiling], "0",
            $"steps of {StepTime.TotalSeconds:0} s up, then bisected to {Near - 1:0 %}; failed: no 200 in 5 s, 503, or under {LeastHeard:0 %} of the packets heard"));
        return rows;
    }

    private async Task<IEnumerable<GoalRow>> Cost(LoadStage stage, int hold, string goal, string before)
    {
        var step = await Step.Take(stage, options.Rate, CostTime, TimeSpan.FromMilliseconds(hold));
        Console.Error.WriteLine($"  {step}");
        await Task.Delay(Rest);
        var what = FormattableString.Invariant($"processor time a call at {options.Rate}/s, {hold / 1000.0:0.0} s ({step.PacketsACall:0} RTP packets)");
        var how = FormattableString.Invariant($"/proc/PID/stat over {step.Calls.Carried} calls of one rate; packets counted at the ear");
        return
        [
            new GoalRow(what, before, goal, [1000 * step.Processor.Total / step.Calls.Carried], "0.00 ms", how),
            new GoalRow($"  of it in the program, {hold} ms", "", "", [1000 * step.Processor.User / step.Calls.Carried], "0.00 ms", "the rest is the system's, for it"),
        ];
    }

    /// <summary>The highest rate that the server carries.</summary>
    public static async Task<double> Ceiling(LoadStage stage, LoadOptions options, Findings findings)
    {
        // Later runs begin near what the first found.
        var search = findings.Ceiling is { } known ? new CeilingSearch(known * 0.97, 1.08, Near, Least, Most) : new CeilingSearch(First, 1.3, Near, Least, Most);
        while (search.Next is { } rate)
        {
            rate = Math.Round(rate);
            var step = await Step.Take(stage, rate, StepTime, TimeSpan.FromMilliseconds(options.Hold));
            var carried = step.Calls.ShareFailed < MostFailed && step.PacketsACall >= LeastHeard * options.Hold / 20;
            Console.Error.WriteLine($"  {step}{(carried ? "" : ": not carried")}");
            search.Tell(rate, carried);
            await Task.Delay(carried ? Rest : 3 * Rest);
        }

        findings.Ceiling = search.Ceiling;
        return search.Ceiling;
    }
}
