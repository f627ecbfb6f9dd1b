using System.Threading.Tasks;
using Rappel.Bench.Load;
using Rappel.Measuring;

namespace Rappel.Bench.Scenarios;

/// <summary>Callers who wait with music: how many one core carries with the packets in time, and what one of them takes.</summary>
internal sealed class HeldScenario(LoadOptions options) : IScenario
{
    private const int Levels = 5;
    private const int MostLevels = 10;
    private const double RampRate = 200;
    private const double PacketsASecond = 50;

    /// <summary>Held means: so many of the packets there must be were heard, and one gap in a hundred at most is longer than a packet and a quarter.</summary>
    private const double LeastHeard = 0.99;
    private const double LongestGap = 25;

    private static readonly TimeSpan Short = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(8);

    public string Name => "held";

    public async Task<IReadOnlyList<GoalRow>> Run(int run)
    {
        using var stage = await LoadStage.Set(options, $"held-{run}");
        await stage.WarmUp();
        List<HeldLevel> levels = [];
        var (more, held) = (options.Held / Levels, 0);
        for (var level = 1; level <= MostLevels; level++)
        {
            stage.Music.Clear();
            held += await stage.Fill(more, RampRate);
            var turn = stage.Music.Look(book => book.Turns);
            levels.Add(await HeldLevel.Measure(stage, held, turn, level is Levels or Levels - 1 ? Long : Short));
            Console.Error.WriteLine($"  {levels[^1]}");
            if (held < level * more || (level >= Levels && !Holds(levels[^1])))
            {
                break;
            }
        }

        return [.. Rows(levels)];
    }

    private static bool Holds(HeldLevel level) => level.Heard >= LeastHeard * PacketsASecond * level.Callers && level.Gap99 <= LongestGap;

    private IEnumerable<GoalRow> Rows(List<HeldLevel> levels)
    {
        var held = levels.TakeWhile(Holds).LastOrDefault();
        var (near, full) = (levels[Math.Min(levels.Count, Levels - 1) - 1], levels[Math.Min(levels.Count, Levels) - 1]);
        yield return new GoalRow("held callers with music on one core", "500-560", "3000", [held?.Callers ?? 0], "0",
            $"in steps of {options.Held / Levels}; {LeastHeard:0 %} of 50 packets a second heard of each, gap 99 % within {LongestGap:0} ms; up to {MostLevels * options.Held / Levels} tried");
        foreach (var (level, goal, before) in new[] { (near, "21 ms", "22-24 ms"), (full, "", "") })
        {
            yield return new GoalRow($"gap between RTP packets, 99 %, {level.Callers} held", before, goal, [level.Gap99], "0.00 ms",
                $"times of arrival given by the system, {Long.TotalSeconds:0} s");
            yield return new GoalRow($"  median, {level.Callers} held", "", "", [level.Gap50], "0.00 ms", "");
            yield return new GoalRow($"  longest, {level.Callers} held", "", "", [level.GapMost], "0.0 ms", "");
            yield return new GoalRow($"  of the core, {level.Callers} held", "17-20 % a hundred", "", [level.Processor], "0 %", "/proc/PID/stat");
        }

        yield return new GoalRow($"gap across prompt-to-music, 99 %, up to {near.Callers} held", "40 ms", "22 ms", [near.Turn99], "0.00 ms",
            $"last packet of the prompt to first of the music, of {near.Turns} callers coming in at {RampRate:0} a second");
        if (full.Resident > 0)
        {
            yield return new GoalRow("memory a held caller, resident", "165 KiB", "32 KiB",
                [(full.Resident - levels[0].Resident) / 1024.0 / Math.Max(1, full.Callers - levels[0].Callers)], "0.0 KiB", $"VmRSS with {full.Callers} less that with {levels[0].Callers}");
        }
    }
}
