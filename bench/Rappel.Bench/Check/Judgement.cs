namespace Rappel.BenchCheck;

internal enum Verdict
{
    Same,
    Better,
    Worse,

    /// <summary>The baseline does not have it.</summary>
    New,

    /// <summary>Only the baseline has it.</summary>
    Gone,
}

/// <summary>A figure beside the kept one.</summary>
/// <param name="Kept">Null where the baseline has none, <paramref name="Now"/> where it is no longer counted.</param>
internal sealed record Judged(string Piece, string Kind, double? Kept, double? Now, Verdict Verdict);

/// <summary>Holds what was counted against what was kept.</summary>
internal static class Judgement
{
    public static IReadOnlyList<Judged> Of(IReadOnlyList<CountedFigure> kept, IReadOnlyList<CountedFigure> now)
    {
        var before = kept.ToDictionary(figure => (figure.Piece, figure.Kind), figure => figure.Value);
        var judged = now.Select(figure => Compare(figure, before.Remove((figure.Piece, figure.Kind), out var value) ? value : null)).ToList();
        judged.AddRange(before.Select(gone => new Judged(gone.Key.Piece, gone.Key.Kind, gone.Value, null, Verdict.Gone)));
        return judged;
    }

    /// <summary>Whether somebody has to look: at a loss, or at a baseline that does not say what is counted. A gain may wait.</summary>
    public static bool IsTrouble(Verdict verdict) => verdict is Verdict.Worse or Verdict.New or Verdict.Gone;

    private static Judged Compare(CountedFigure now, double? kept)
    {
        if (kept is not { } before)
        {
            return new Judged(now.Piece, now.Kind, null, now.Value, Verdict.New);
        }

        var may = before * FigureKind.Tolerance(now.Kind);
        var verdict = now.Value > before + may ? Verdict.Worse : now.Value < before - may ? Verdict.Better : Verdict.Same;
        return new Judged(now.Piece, now.Kind, before, now.Value, verdict);
    }
}
