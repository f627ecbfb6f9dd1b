using System.Threading.Tasks;
using Rappel.Bench.Load;
using Rappel.Measuring;

namespace Rappel.Bench.Scenarios;

/// <summary>Four fifths of the calls that the server carries, for a minute or for as long as is asked: how long the collector stopped everything.</summary>
internal sealed class PauseScenario(LoadOptions options, Findings findings) : IScenario
{
    private const double Share = 0.8;

    /// <summary>Where nobody has looked for the ceiling, the goal's.</summary>
    private const double UsualCeiling = 800;

    public string Name => "pause";

    public bool Once => true;

    public async Task<IReadOnlyList<GoalRow>> Run(int run)
    {
        using var stage = await LoadStage.Set(options, $"pause-{run}");
        await stage.WarmUp();
        var rate = Math.Round(Share * (findings.Ceiling ?? UsualCeiling));
        using var pauses = new PauseWatch(stage.Server.Id);
        var step = await Step.Take(stage, rate, TimeSpan.FromSeconds(options.Seconds), TimeSpan.FromMilliseconds(options.Hold));
        var took = pauses.End();
        Console.Error.WriteLine($"  {step}");
        Console.Error.WriteLine(FormattableString.Invariant(
            $"  {took.Count} pauses, together {took.Sum():0} ms; median {(took.Count == 0 ? 0 : Percentile.Median(took)):0.0} ms, longest {took.DefaultIfEmpty().Max():0.0} ms"));
        return
        [
            new GoalRow($"collector's pause, worst in {options.Seconds} s", "", "10 ms", [took.DefaultIfEmpty().Max()], "0.0 ms",
                $"{took.Count} pauses as the runtime tells them (EventPipe), at {rate:0} calls a second, {step.Calls.ShareFailed:0.0 %} failed"),
            new GoalRow($"  RTP gap meanwhile, 99 %", "", "", [step.Gap99], "0.0 ms", FormattableString.Invariant($"longest {step.GapMost:0} ms")),
        ];
    }
}
