using System.Diagnostics;
using System.IO;
using System.Threading.Tasks;
using Rappel.Acceptance.Scenes;

namespace Rappel.Acceptance.Staging;

/// <summary>All scenes, side by side.</summary>
internal static class Playbill
{
    /// <summary>Servers and phones start one after another: a machine with two cores cannot start them all at once in good time.</summary>
    private static readonly TimeSpan Stagger = TimeSpan.FromSeconds(3);

    // The longest first.
    private static Scene[] All =>
    [
        new ExpiredWithoutAgent(),
        new AgentMissesThenAnswers(),
        new RingNoAnswerExhausted(),
        new CustomerBusyThenReached(),
        new LongerWaitFirst(),
        new HeldPlaceTaken(),
        new KilledAfterTheKey(),
        new TypedNumberCorrected(),
        new CustomerPressesOne(),
        new NumberKept(),
        new SupervisorListens(),
        new Voicemail(),
        new Operator(),
        new CustomerByTheWeb(),
        new SetUpWithCurl(),
        new SetUpInTheBrowser(),
        new FirstTenMinutes(),
        new RestartInMidShift(),
        new PhoneOnABadNetwork(),
        new EveryPage(),
    ];

    /// <returns>The exit code: 0 where all is as expected.</returns>
    public static async Task<int> Play(string[] words, TextWriter output)
    {
        var scenes = All.Where(s => words.Length == 0 || words.Any(w => s.Title.Contains(w, StringComparison.OrdinalIgnoreCase))).ToList();
        var clock = Stopwatch.StartNew();
        using var traces = TraceFolder.Take();
        var folder = traces.Path;
        output.WriteLine($"{scenes.Count} scenes side by side; traces in {Path.GetRelativePath(Checkout.Root, folder)}");
        List<Task<Timeline>> playing = [];
        for (var i = 0; i < scenes.Count; i++)
        {
            var scene = scenes[i];
            var sceneFolder = Path.Combine(folder, scene.GetType().Name);
            playing.Add(Task.Run(() => scene.Play(sceneFolder)));
            if (i < scenes.Count - 1)
            {
                await Waiting.Pass(Stagger);
            }
        }

        var right = 0;
        await foreach (var played in Task.WhenEach(playing))
        {
            var timeline = await played;
            timeline.Print(output);
            right += timeline.AsExpected ? 1 : 0;
        }

        output.WriteLine();
        output.WriteLine($"{clock.Elapsed:m\\:ss} min");
        output.WriteLine($"scenes: {right} as expected, {scenes.Count - right} different");
        return right == scenes.Count && right > 0 ? 0 : 1;
    }
}
