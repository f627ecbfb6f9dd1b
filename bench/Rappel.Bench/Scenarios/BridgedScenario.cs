using System.Globalization;
using System.Threading.Tasks;
using Rappel.Acceptance.Endpoints;
using Rappel.Bench.Load;
using Rappel.Measuring;

namespace Rappel.Bench.Scenarios;

/// <summary>Callers who talk to agents: audio both ways through the server, each packet counted and timed from end to end.</summary>
internal sealed class BridgedScenario(LoadOptions options) : IScenario
{
    private const int Levels = 3;
    private const double RampRate = 100;
    private const int MostTries = 120;
    private const double MostLost = 0.01;
    private const double LongestDelay = 20;

    private static readonly TimeSpan TryAgain = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(6);

    public string Name => "bridged";

    public async Task<IReadOnlyList<GoalRow>> Run(int run)
    {
        var configuration = BridgedCentre.Write(options.Bridged, Levels);
        using var stage = await LoadStage.Set(options, $"bridged-{run}", configuration);
        await stage.WarmUp();
        var listener = new RelayListener();
        using var callerEar = new RtpEar(stage.Ports.Next(2), listener);
        using var agentEar = new RtpEar(stage.Ports.Next(2), listener);
        using var phones = new AgentPhones(stage.Target.Port, agentEar.Port);
        using var talk = new RelayTraffic(callerEar, agentEar);
        phones.Rung = (invite, _) => talk.AddAgent(int.Parse(invite.Body.Split("m=audio ")[1].Split(' ')[0], CultureInfo.InvariantCulture));
        listener.Spoken = talk.AddCaller;
        for (var agent = 0; agent < options.Bridged; agent++)
        {
            phones.Register(BridgedCentre.Agent(agent));
            await Available(stage.Server.Api, BridgedCentre.Agent(agent));
        }

        List<RelayLevel> levels = [];
        for (var level = 1; level <= Levels; level++)
        {
            await stage.Fill(options.Bridged / Levels, RampRate, number: BridgedCentre.Number(level - 1), ear: callerEar.Port);
            levels.Add(await RelayLevel.Measure(stage, talk, listener, level * (options.Bridged / Levels), Time));
            Console.Error.WriteLine($"  {levels[^1]}, {phones.Registered} agents registered");
        }

        return [.. Rows(levels)];
    }

    /// <summary>The API takes so many requests a minute of one program, and no more.</summary>
    private static async Task Available(RappelApi api, string agent)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                await api.SetAgent(agent, "available");
                return;
            }
            catch (InvalidOperationException e) when (tries < MostTries && e.Message.Contains(": 429", StringComparison.Ordinal))
            {
                await Task.Delay(TryAgain);
            }
        }
    }

    private static IEnumerable<GoalRow> Rows(List<RelayLevel> levels)
    {
        var last = levels[^1];
        var carried = levels.TakeWhile(level => level.Lost < MostLost && level.Delay99 < LongestDelay && level.Legs >= 2 * level.Calls).LastOrDefault();
        yield return new GoalRow("bridged calls relayed on one core", "", "1500", [carried?.Calls ?? 0], "0",
            $"in {Levels} steps; 50 packets a second each way, under {MostLost:0 %} lost, 99 % within {LongestDelay:0} ms; no more tried");
        yield return new GoalRow($"  packets lost, {last.Calls} bridged", "", "", [last.Lost], "0.00 %", $"sent and received at the ends, {Time.TotalSeconds:0} s");
        yield return new GoalRow($"  end to end, median, {last.Calls} bridged", "", "", [last.Delay50], "0.00 ms", "from before the sender's system call to arrival");
        yield return new GoalRow($"  end to end, 99 %, {last.Calls} bridged", "", "", [last.Delay99], "0.00 ms", "");
        yield return new GoalRow($"  of the core, {last.Calls} bridged", "", "", [last.Processor], "0 %", "/proc/PID/stat");
    }
}
