using Rappel.Bench.Pieces;
using Rappel.Media.Audio;
using Rappel.Media.Codecs;
using Rappel.Media.Sessions;

namespace Rappel.BenchCheck;

/// <summary>What a thing keeps in memory while it lives, counted by the collector: with a thousand of them and without.</summary>
internal static class HeldThings
{
    private const int Many = 1_000;

    private static readonly (string Name, Func<object> Make, Action<object> Fill)[] Things =
    [
        ("engine: caller waiting with music", () => new BareCentre(), centre => Call((BareCentre)centre)),
        ("media: session with music", () => new MediaMachine("bench", () => 0), machine => Play((MediaMachine)machine)),
    ];

    public static IEnumerable<CountedFigure> All(IReadOnlyList<string> words)
    {
        foreach (var (name, make, fill) in Things.Where(thing => Counting.IsWanted(thing.Name, words)))
        {
            // The first time also makes what is made once.
            fill(make());
            var home = make();
            var before = GC.GetTotalMemory(forceFullCollection: true);
            fill(home);
            yield return new CountedFigure(name, FigureKind.Held, (GC.GetTotalMemory(forceFullCollection: true) - before) / (double)Many);
            GC.KeepAlive(home);
        }
    }

    private static void Call(BareCentre centre)
    {
        for (var i = 0; i < Many; i++)
        {
            centre.Call(BareCentre.Plain);
        }

        // What answering them left behind for retransmissions is gone by then.
        centre.Pass(TimeSpan.FromMinutes(1));
    }

    private static void Play(MediaMachine machine)
    {
        for (var i = 1; i <= Many; i++)
        {
            MediaPiece.Open(machine, i, G711.Pcmu);
            machine.Handle(default, new MediaCommand.PlayLoop(new MediaSessionId(i), BuiltInSounds.Music));
        }

        machine.Beat(default);
        while (machine.TryTakePacket(out _))
        {
        }
    }
}
