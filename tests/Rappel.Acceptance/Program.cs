using System.Runtime.InteropServices;
using Rappel.Acceptance.Endpoints;
using Rappel.Acceptance.Staging;

// demo [WORD...]: plays all scenes, or those whose title holds a word, side by side; exit code 1 where any differs from what it should be.
if (args is not ["demo", .. var words])
{
    Console.Error.WriteLine("usage: demo [WORD...]");
    return 2;
}

using var ended = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
return await Playbill.Play(words, Console.Out);

static void End(PosixSignalContext signal)
{
    ChildProcess.KillAll();
    Environment.Exit(130);
}
