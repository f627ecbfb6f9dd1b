using System.Collections.Immutable;

namespace Rappel.Server.Configuration.Drafts;

/// <summary>
/// Which items of one list became which of another: what is the same stays matched however much was put in or taken out around it, and
/// what is like enough in between is taken for changed.
/// </summary>
internal static class Alignment
{
    /// <summary>In order; -1 on a side where the item is on the other side only. What was taken out stands before what was put in.</summary>
    public static ImmutableArray<(int Before, int After)> Of<T>(
        IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, T, bool> same, Func<T, T, bool> alike)
    {
        var pairs = ImmutableArray.CreateBuilder<(int, int)>();
        var start = 0;
        while (start < before.Count && start < after.Count && same(before[start], after[start]))
        {
            pairs.Add((start, start));
            start++;
        }

        var endBefore = before.Count;
        var endAfter = after.Count;
        while (endBefore > start && endAfter > start && same(before[endBefore - 1], after[endAfter - 1]))
        {
            endBefore--;
            endAfter--;
        }

        var (b, a) = (start, start);
        foreach (var (nextBefore, nextAfter) in Common(before, after, start, endBefore, endAfter, same))
        {
            AddGap(pairs, before, after, b, nextBefore, a, nextAfter, alike);
            pairs.Add((nextBefore, nextAfter));
            (b, a) = (nextBefore + 1, nextAfter + 1);
        }

        AddGap(pairs, before, after, b, endBefore, a, endAfter, alike);
        for (; endBefore < before.Count; endBefore++, endAfter++)
        {
            pairs.Add((endBefore, endAfter));
        }

        return pairs.ToImmutable();
    }

    /// <summary>The longest common subsequence of the middle.</summary>
    private static List<(int Before, int After)> Common<T>(
        IReadOnlyList<T> before, IReadOnlyList<T> after, int start, int endBefore, int endAfter, Func<T, T, bool> same)
    {
        var (rows, columns) = (endBefore - start, endAfter - start);
        var longest = new int[rows + 1, columns + 1];
        var equal = new bool[rows, columns];
        for (var row = rows - 1; row >= 0; row--)
        {
            for (var column = columns - 1; column >= 0; column--)
            {
                equal[row, column] = same(before[start + row], after[start + column]);
                longest[row, column] = equal[row, column]
                    ? longest[row + 1, column + 1] + 1
                    : Math.Max(longest[row + 1, column], longest[row, column + 1]);
            }
        }

        var common = new List<(int, int)>();
        for (var (row, column) = (0, 0); row < rows && column < columns;)
        {
            if (equal[row, column])
            {
                common.Add((start + row++, start + column++));
            }
            else if (longest[row + 1, column] >= longest[row, column + 1])
            {
                row++;
            }
            else
            {
                column++;
            }
        }

        return common;
    }

    private static void AddGap<T>(
        ImmutableArray<(int, int)>.Builder pairs, IReadOnlyList<T> before, IReadOnlyList<T> after, int fromBefore, int toBefore, int fromAfter, int toAfter,
        Func<T, T, bool> alike)
    {
        var a = fromAfter;
        for (var b = fromBefore; b < toBefore; b++)
        {
            var match = a;
            while (match < toAfter && !alike(before[b], after[match]))
            {
                match++;
            }

            if (match == toAfter)
            {
                pairs.Add((b, -1));
                continue;
            }

            for (; a < match; a++)
            {
                pairs.Add((-1, a));
            }

            pairs.Add((b, a++));
        }

        for (; a < toAfter; a++)
        {
            pairs.Add((-1, a));
        }
    }
}
