using System.Globalization;
using System.Runtime.InteropServices;
using Rappel.Acceptance.Browser;
using Rappel.Acceptance.Chaos;
using Rappel.Acceptance.Endpoints;
using Rappel.Acceptance.Staging;

// demo [WORD...]: plays all scenes, or those whose title holds a word, side by side; exit code 1 where any differs from what it should be.
// screens: takes the pictures of docs/screens anew.
// chaos KILLS SEED: kills a server under load so many times and checks what became of its promises.
using var ended = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
switch (args)
{
    case ["demo", .. var words]:
        return await Playbill.Play(words, Console.Out);
    case ["chaos", var kills, var seed] when TryCount(kills, out var times) && TryCount(seed, out var number):
        return await ChaosShow.Play(times, number, Console.Out);
    case ["screens"]:
        return await PictureBook.Take(Console.Out);
    default:
        Console.Error.WriteLine("usage: demo [WORD...] | chaos KILLS SEED | screens");
        return 2;
}

static bool TryCount(string text, out int count) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out count);

static void End(PosixSignalContext signal)
{
    ChildProcess.KillAll();
    Environment.Exit(130);
}
