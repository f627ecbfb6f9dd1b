using Rappel.Simulation.Checkers;

namespace Rappel.Simulation;

/// <summary>What came of one stretch.</summary>
/// <param name="Counts">How many of what, by kind and word.</param>
/// <param name="Events">Events of virtual time.</param>
internal sealed record StretchResult(
    StretchOptions Options, int Callers, int Crashes, long Events, SortedDictionary<string, int> Counts, IReadOnlyList<Violation> Violations, ulong TraceHash);
