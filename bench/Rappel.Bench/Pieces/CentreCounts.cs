namespace Rappel.Bench.Pieces;

/// <summary>What went into an engine and what came out.</summary>
/// <param name="Inputs">Turns of the engine.</param>
/// <param name="Messages">SIP messages sent, of so many <paramref name="Bytes"/>.</param>
/// <param name="Orders">To the media loop.</param>
/// <param name="Commits">Batches, of so many <paramref name="Rows"/>.</param>
/// <param name="Views">Published.</param>
internal readonly record struct CentreCounts(long Inputs, long Messages, long Bytes, long Orders, long Commits, long Rows, long Views);
