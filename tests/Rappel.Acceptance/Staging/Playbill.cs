using System.Diagnostics;
using System.IO;
using System.Threading.Tasks;
using Rappel.Acceptance.Scenes;

namespace Rappel.Acceptance.Staging;

/// <summary>All scenes: those that mostly wait side by side, and beside them those that keep a machine busy, one at a time.</summary>
internal static class Playbill
{
    /// <summary>Servers and phones start one after another: a machine with two cores cannot start them all at once in good time.</summary>
    private static readonly TimeSpan Stagger = TimeSpan.FromSeconds(3);

    // Phones that ring and wait. The longest first.
    private static Scene[] Patient =>
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
        new Voicemail(),
        new Operator(),
    ];

    // Browsers, or sound that is measured in both directions: side by side they would measure each other.
    private static Scene[] Demanding =>
    [
        new SupervisorListens(),
        new Transfers(),
        new PhoneOnABadNetwork(),
        new FirstTenMinutes(),
        new RestartInMidShift(),
        new CustomerByTheWeb(),
        new SetUpWithCurl(),
        new SetUpInTheBrowser(),
        new EveryPage(),
    ];

    /// <returns>The exit code: 0 where all is as expected.</returns>
    public static async Task<int> Play(string[] words, TextWriter output)
    {
        Scene[] patient = [.. Patient.Where(Wanted)], demanding = [.. Demanding.Where(Wanted)];
        var count = patient.Length + demanding.Length;
        var clock = Stopwatch.StartNew();
        using var traces = TraceFolder.Take();
        var folder = traces.Path;
        output.WriteLine($"{count} scenes; traces in {Path.GetRelativePath(Checkout.Root, folder)}");
        List<Task<Timeline>> playing = [];
        var before = Task.CompletedTask;
        foreach (var scene in demanding)
        {
            var earlier = before;
            var played = Task.Run(async () =>
            {
                await earlier.ContinueWith(_ => { }, TaskScheduler.Default);
                return await scene.Play(FolderOf(scene));
            });
            playing.Add(played);
            before = played;
        }

        foreach (var scene in patient)
        {
            playing.Add(Task.Run(() => scene.Play(FolderOf(scene))));
            await Waiting.Pass(Stagger);
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
        output.WriteLine($"scenes: {right} as expected, {count - right} different");
        return right == count && right > 0 ? 0 : 1;

        bool Wanted(Scene scene) => words.Length == 0 || words.Any(w => scene.Title.Contains(w, StringComparison.OrdinalIgnoreCase));

        string FolderOf(Scene scene) => Path.Combine(folder, scene.GetType().Name);
    }
}
