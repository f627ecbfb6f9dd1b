using System.Diagnostics;
using System.IO;
using System.Threading.Tasks;
using Rappel.Acceptance.Scenes;

namespace Rappel.Acceptance.Staging;

/// <summary>All scenes: those that mostly wait side by side, and beside them, in two rows, those that keep a machine busy.</summary>
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

    // Browsers and the sound in them: side by side they would measure each other.
    private static Scene[] Heard =>
    [
        new SupervisorListens(),
        new Transfers(),
        new PhoneOnABadNetwork(),
        new FirstTenMinutes(),
        new RestartInMidShift(),
    ];

    // People at pages, who wait for themselves more than for the machine. The longest last, when the phones are done.
    private static Scene[] Read =>
    [
        new SetUpWithCurl(),
        new CustomerByTheWeb(),
        new SetUpInTheBrowser(),
        new EveryPage(),
    ];

    /// <returns>The exit code: 0 where all is as expected.</returns>
    public static async Task<int> Play(string[] words, TextWriter output)
    {
        Scene[] patient = [.. Patient.Where(Wanted)], heard = [.. Heard.Where(Wanted)], read = [.. Read.Where(Wanted)];
        var count = patient.Length + heard.Length + read.Length;
        var clock = Stopwatch.StartNew();
        using var traces = TraceFolder.Take();
        var folder = traces.Path;
        output.WriteLine($"{count} scenes; traces in {Path.GetRelativePath(Checkout.Root, folder)}");
        List<Task<Timeline>> playing = [.. OneByOne(heard), .. OneByOne(read)];
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

        IEnumerable<Task<Timeline>> OneByOne(Scene[] scenes)
        {
            var before = Task.CompletedTask;
            foreach (var scene in scenes)
            {
                var played = PlayAfter(before, scene);
                before = played;
                yield return played;
            }
        }

        async Task<Timeline> PlayAfter(Task before, Scene scene)
        {
            await before.ContinueWith(_ => { }, TaskScheduler.Default);
            return await Task.Run(() => scene.Play(FolderOf(scene)));
        }

        bool Wanted(Scene scene) => words.Length == 0 || words.Any(w => scene.Title.Contains(w, StringComparison.OrdinalIgnoreCase));

        string FolderOf(Scene scene) => Path.Combine(folder, scene.GetType().Name);
    }
}
