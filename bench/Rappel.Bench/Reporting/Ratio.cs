using Rappel.Bench.Pieces;

namespace Rappel.Bench.Reporting;

/// <summary>Figures of one run against one another: what the machine does to both, it does not do to their ratio.</summary>
internal static class Ratio
{
    private static readonly (string What, string Above, string Below)[] Pairs =
    [
        ("a decision: 10,000 waiting and 1,000 agents / 100 and 10", Key<DistributorPiece>(nameof(DistributorPiece.Decide), 1000), Key<DistributorPiece>(nameof(DistributorPiece.Decide), 10)),
        ("a callback input: 100,000 pending / 100", Key<CallbackBookPiece>(nameof(CallbackBookPiece.Live), 100_000), Key<CallbackBookPiece>(nameof(CallbackBookPiece.Live), 100)),
        ("a decision: 32 times the pending callbacks (32,000 / 1,000)", Decision("32000 / 10 / 10"), Decision("1000 / 10 / 10")),
        ("a decision: 1,000 times the pending callbacks (1,000,000 / 1,000)", Decision("1000000 / 10 / 10"), Decision("1000 / 10 / 10")),
        ("a decision: 100 times the waiting calls (100,000 / 1,000)", Decision("10 / 100000 / 10"), Decision("10 / 1000 / 10")),
        ("a decision: 1,000 times the agents (10,000 / 10)", Decision("1000 / 10 / 10000"), Decision("1000 / 10 / 10")),
        ("a decision: all of these", Decision("1000000 / 10000 / 10000"), Decision("1000 / 10 / 10")),
        ("a stream's beat: 1,000 streams / 100", Key<MediaPiece>(nameof(MediaPiece.BeatOfThousand)), Key<MediaPiece>(nameof(MediaPiece.BeatOfHundred))),
        ("requests a second on disk, 10 in a flush / 1", Key<StorePiece>(nameof(StorePiece.One)), Key<StorePiece>(nameof(StorePiece.Ten))),
        ("requests a second on disk, 100 in a flush / 1", Key<StorePiece>(nameof(StorePiece.One)), Key<StorePiece>(nameof(StorePiece.Hundred))),
    ];

    public static IEnumerable<IReadOnlyList<string>> Of(IReadOnlyList<Figure> figures)
    {
        foreach (var figure in figures.Where(f => f.Key.StartsWith(nameof(StorePiece), StringComparison.Ordinal)))
        {
            yield return [$"requests a second on disk, {figure.What[(figure.What.IndexOf(',', StringComparison.Ordinal) + 2)..]}", FormattableString.Invariant($"{1e9 / figure.Median:0}")];
        }

        foreach (var (what, above, below) in Pairs)
        {
            if (figures.FirstOrDefault(f => f.Key == above) is { } a && figures.FirstOrDefault(f => f.Key == below) is { } b)
            {
                yield return [what, FormattableString.Invariant($"{a.Median / b.Median:0.0} x")];
            }
        }
    }

    private static string Decision(string size) => $"{nameof(BacklogPiece)}.{nameof(BacklogPiece.Decide)}({size})";

    private static string Key<T>(string method, int? parameter = null) => $"{typeof(T).Name}.{method}({parameter})";
}
