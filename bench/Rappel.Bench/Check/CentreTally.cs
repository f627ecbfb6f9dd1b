using Rappel.Bench.Pieces;

namespace Rappel.BenchCheck;

/// <summary>What a call makes the engine do, in whole numbers: turns, messages, orders, commits.</summary>
internal static class CentreTally
{
    private const int Warmup = 40;

    /// <summary>Whole numbers of views and watches come around in so many calls.</summary>
    private const int Calls = 20;

    public static IEnumerable<CountedFigure> All(IReadOnlyList<string> words) =>
        Of("engine: a call, two seconds", words, new EnginePiece(), piece => piece.Empty(), piece => piece.Call())
            .Concat(Of("engine: next caller served, 100 waiting", words, new EnginePiece { Waiting = 100 }, piece => piece.Fill(), piece => piece.Serve()));

    private static IEnumerable<CountedFigure> Of(
        string name, IReadOnlyList<string> words, EnginePiece piece, Action<EnginePiece> prepare, Action<EnginePiece> act)
    {
        if (!Counting.IsWanted(name, words))
        {
            yield break;
        }

        prepare(piece);
        for (var i = 0; i < Warmup; i++)
        {
            act(piece);
        }

        piece.Centre.Counts = default;
        for (var i = 0; i < Calls; i++)
        {
            act(piece);
        }

        var counts = piece.Centre.Counts;
        yield return new CountedFigure(name, "turns", Each(counts.Inputs));
        yield return new CountedFigure(name, "messages", Each(counts.Messages));
        yield return new CountedFigure(name, FigureKind.WireBytes, Each(counts.Bytes));
        yield return new CountedFigure(name, "media orders", Each(counts.Orders));
        yield return new CountedFigure(name, "commits", Each(counts.Commits));
        yield return new CountedFigure(name, "rows", Each(counts.Rows));
        yield return new CountedFigure(name, "views", Each(counts.Views));
    }

    private static double Each(long count) => Math.Round((double)count / Calls, 2);
}
