using System.Diagnostics;
using System.Globalization;
using System.Threading;

namespace Rappel.BenchCheck;

/// <summary>
/// The processes in which pieces are counted: one as it is, which prints a line for each figure (piece, kind, value); one under Callgrind,
/// where everything is built and warmed up first, while no instruction is counted yet. Only the process above can read the instructions, so
/// that one prints over how many operations its next sections are.
/// </summary>
internal static class Counting
{
    /// <param name="words">Only pieces whose name contains one of them; none for all.</param>
    public static int OfBytes(IReadOnlyList<string> words)
    {
        // What is held first, while nothing else lives.
        foreach (var figure in HeldThings.All(words).Concat(CentreTally.All(words)))
        {
            Print(figure);
        }

        foreach (var piece in CountedPieces.All.Where(piece => IsWanted(piece.Name, words)))
        {
            var act = Prepare(piece);
            Print(new CountedFigure(piece.Name, FigureKind.Bytes, Sections.Middle([.. Enumerable.Range(0, Sections.Each).Select(_ => Bytes(piece, act))]) / piece.Operations));
        }

        return 0;
    }

    /// <param name="words">As above.</param>
    public static int OfInstructions(IReadOnlyList<string> words)
    {
        var work = CountedPieces.All.Where(piece => IsWanted(piece.Name, words)).Select(piece => (Piece: piece, Act: Prepare(piece))).ToList();
        GC.Collect();
        SwitchOn();
        foreach (var (piece, act) in work)
        {
            Print(new CountedFigure(piece.Name, FigureKind.Instructions, piece.Operations));
            for (var section = 0; section < Sections.Each; section++)
            {
                GC.Collect(0, GCCollectionMode.Forced, blocking: true);
                Mark.Now();
                Repeat(act, piece.Times);
                Mark.Now();
            }
        }

        return 0;
    }

    public static bool IsWanted(string name, IReadOnlyList<string> words) =>
        words.Count == 0 || words.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static void Print(CountedFigure figure) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{figure.Piece}\t{figure.Kind}\t{figure.Value}"));

    private static Action Prepare(CountedPiece piece)
    {
        Console.Error.WriteLine(piece.Name);
        var act = piece.Prepare();
        Repeat(act, 2 * piece.Times);
        return act;
    }

    private static long Bytes(CountedPiece piece, Action act)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Repeat(act, piece.Times);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void Repeat(Action act, int times)
    {
        for (var i = 0; i < times; i++)
        {
            act();
        }
    }

    /// <summary>Until then the program runs some ten times faster.</summary>
    private static void SwitchOn()
    {
        var start = new ProcessStartInfo("vgdb", [$"--pid={Environment.ProcessId}", "instrumentation on"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var command = Process.Start(start)!;
        while (!command.HasExited)
        {
            // Valgrind looks for commands only while the program it runs does something.
            Thread.Sleep(1);
        }

        if (command.ExitCode != 0)
        {
            throw new InvalidOperationException($"vgdb: {command.StandardError.ReadToEnd()}");
        }
    }
}
