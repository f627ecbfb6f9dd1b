using Rappel.Storage.Reports;

namespace Rappel.Storage.Queries;

/// <param name="Intervals">In order of time, each beginning where the one before it ends.</param>
/// <param name="By">Key columns of the table to tell apart; the others are added up.</param>
/// <param name="Where">Key columns and the value each must have.</param>
/// <param name="Limit">Most rows.</param>
public sealed record RollupQuery(
    RollupTable Table, IReadOnlyList<SlotRange> Intervals, IReadOnlyList<string> By, IReadOnlyList<KeyValuePair<string, string>> Where, int Limit);

/// <summary>Slots from <paramref name="From"/> on and before <paramref name="To"/>.</summary>
public readonly record struct SlotRange(int From, int To);

/// <param name="Interval">Which of the intervals asked for, from 0.</param>
/// <param name="Keys">In the order of <see cref="RollupQuery.By"/>.</param>
/// <param name="Counters">In the order of the table.</param>
public sealed record RollupSum(int Interval, IReadOnlyList<string> Keys, long[] Counters);
