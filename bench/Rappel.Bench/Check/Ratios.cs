namespace Rappel.BenchCheck;

/// <summary>What a size costs: a logarithm of it, or nothing. A scan would show as the size itself.</summary>
internal static class Ratios
{
    private static readonly (string Name, string Above, string Below)[] Pairs =
    [
        ("timers: 1,000 times as many", "timers: 100,000 running", "timers: 100 running"),
        ("match: 100 times the agents and calls", "match: 1,000 agents", "match: 10 agents"),
        ("match: 1,000 times the calls", "match: 10,000 calls waiting", "match: 10 calls waiting"),
        ("match: 1,000 times the callbacks", "match: 10,000 callbacks pending", "match: 10 calls waiting"),
        ("callbacks: 100 times the pending", "callbacks: a life, 10,000 pending", "callbacks: a life, 100 pending"),
        ("engine: 10 times the waiting", "engine: next caller served, 1,000 waiting", "engine: next caller served, 100 waiting"),
        ("media: 10 times the streams", "media: beat of a stream, 1,000 streams", "media: beat of a stream, 100 streams"),
    ];

    /// <returns>Those of which both sides were counted.</returns>
    public static IEnumerable<CountedFigure> Of(IReadOnlyList<CountedFigure> figures)
    {
        var instructions = figures.Where(figure => figure.Kind == FigureKind.Instructions).ToDictionary(figure => figure.Piece, figure => figure.Value);
        foreach (var (name, above, below) in Pairs)
        {
            if (instructions.TryGetValue(above, out var large) && instructions.TryGetValue(below, out var small))
            {
                yield return new CountedFigure(name, FigureKind.Ratio, large / small);
            }
        }
    }
}
