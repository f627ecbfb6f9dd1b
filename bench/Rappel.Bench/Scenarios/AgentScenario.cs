using System.Threading.Tasks;
using Rappel.Acceptance.Staging;
using Rappel.Bench.Load;
using Rappel.Measuring;

namespace Rappel.Bench.Scenarios;

/// <summary>
/// Many wait, and one agent hangs up again and again: how soon the phone rings for the next. The agent's queue has no wrap-up, so the BYE
/// makes the agent free.
/// </summary>
internal sealed class AgentScenario(LoadOptions options) : IScenario
{
    private const int Offers = 110;
    private const double RampRate = 300;
    private const string Agent = "1001";
    private const int Few = 500;

    /// <summary>Of the callers' audio: one core cannot send music to so many, and this is about who is rung.</summary>
    private const string Direction = "inactive";

    private static readonly TimeSpan LongestOffers = TimeSpan.FromSeconds(60);

    public string Name => "agent";

    public async Task<IReadOnlyList<GoalRow>> Run(int run)
    {
        using var stage = await LoadStage.Set(options, $"agent-{run}");
        await stage.WarmUp();
        using var phones = new AgentPhones(stage.Target.Port, stage.Ear.Port);
        List<GoalRow> rows = [];
        // Who is connected leaves the line: so many more come as are offered.
        await stage.Fill(Few + (2 * Offers), RampRate, Direction);
        phones.Register(Agent);
        await stage.Server.Api.SetAgent(Agent, "available");
        // The first offers of a server run code that is not yet compiled.
        await Round(phones);
        rows.AddRange(Rows(Few, await Round(phones), ("", ""), ("0.65 s", "1.2 s")));
        await stage.Fill(options.Waiting - Few + Offers, RampRate, Direction);
        Console.Error.WriteLine($"  {await stage.Server.Api.Waits("calls")} in line");
        rows.AddRange(Rows(options.Waiting, await Round(phones), ("2 ms", "5 ms"), ("", "")));
        return rows;
    }

    /// <returns>Milliseconds of each offer, from the shortest to the longest.</returns>
    private static async Task<IReadOnlyList<double>> Round(AgentPhones phones)
    {
        var clock = new OfferClock(phones, Offers);
        if (!await Waiting.Until(() => clock.Over, LongestOffers))
        {
            Console.Error.WriteLine($"  the agent was rung {clock.Taken.Count} times only");
        }

        phones.Rung = null;
        return [.. clock.Taken.Order()];
    }

    private static IEnumerable<GoalRow> Rows(int waiting, IReadOnlyList<double> took, (string Median, string Worst) goal, (string Median, string Worst) before)
    {
        var how = $"{took.Count} times in a run: the agent's BYE out to INVITE in, with {waiting} waiting (their audio inactive)";
        Console.Error.WriteLine(FormattableString.Invariant(
            $"  {waiting} waiting, {took.Count} offers: {At(0.5):0.00} / {At(0.99):0.00} / most {At(1):0.0} ms"));
        yield return new GoalRow($"agent free to INVITE at the agent, {waiting} waiting, median", before.Median, goal.Median, Value(0.5), "0.00 ms", how);
        yield return new GoalRow($"  99 %, {waiting} waiting", before.Worst, goal.Worst, Value(0.99), "0.00 ms", "");

        double At(double share) => took.Count == 0 ? double.NaN : Percentile.Of(took, share);
        double[] Value(double share) => took.Count == 0 ? [] : [At(share)];
    }
}
