using System.Threading.Tasks;
using Rappel.Bench.Load;
using Rappel.Measuring;

namespace Rappel.Bench.Scenarios;

/// <summary>Twice as many calls as the server carries: what becomes of those it takes, and how soon the others are refused.</summary>
internal sealed class OverloadScenario(LoadOptions options, Findings findings) : IScenario
{
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(8);

    public string Name => "overload";

    public async Task<IReadOnlyList<GoalRow>> Run(int run)
    {
        using var stage = await LoadStage.Set(options, $"overload-{run}");
        await stage.WarmUp();
        var ceiling = findings.Ceiling ?? await QueueScenario.Ceiling(stage, options, findings);
        var step = await Step.Take(stage, Math.Round(2 * ceiling), Time, TimeSpan.FromMilliseconds(options.Hold));
        Console.Error.WriteLine($"  {step}; 503 after {SippOutcome.Of(step.Calls.Refusals, 0.5)} / {SippOutcome.Of(step.Calls.Refusals, 0.99)}");
        return [.. Rows(step, ceiling)];
    }

    private static IEnumerable<GoalRow> Rows(Step step, double ceiling)
    {
        var calls = step.Calls;
        // Of the calls that SIPp began: where it is itself too slow, it begins fewer than it should in the time.
        yield return new GoalRow("at twice the ceiling: calls carried a second", "collapses", $"{ceiling:0}", [calls.Carried / Time.TotalSeconds], "0",
            $"{step.Rate:0} calls a second for {Time.TotalSeconds:0} s; answered, heard and hung up");
        yield return new GoalRow("  answered 503", "", "the rest", [(double)calls.Refused / calls.Asked], "0.0 %", "of all calls");
        yield return new GoalRow("  neither carried nor refused", "", "0 %", [(double)(calls.Asked - calls.Carried - calls.Refused) / calls.Asked], "0.0 %", "no answer in 5 s, or no answer to the BYE");
        if (calls.Refusals.Count > 0)
        {
            yield return new GoalRow("  INVITE to 503, median", "", "", [Percentile.Of(calls.Refusals, 0.5)], "0 ms", "SIPp's own times, to 4 ms");
            yield return new GoalRow("  INVITE to 503, 99 %", "", "50 ms", [Percentile.Of(calls.Refusals, 0.99)], "0 ms", "");
        }

        yield return new GoalRow("  gap between RTP packets of those taken, 99 %", "", "", [step.Gap99], "0.0 ms", $"of {step.PacketsACall:0} packets a call");
    }
}
