namespace Rappel.BenchCheck;

/// <summary>One thing counted of one piece.</summary>
/// <param name="Kind">One of <see cref="FigureKind"/>.</param>
internal readonly record struct CountedFigure(string Piece, string Kind, double Value);
