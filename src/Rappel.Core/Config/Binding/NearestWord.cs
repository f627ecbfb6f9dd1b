namespace Rappel.Core.Config.Binding;

/// <summary>Finds what somebody probably meant to type.</summary>
internal static class NearestWord
{
    private const int MostDistance = 3;
    private const int LongestWord = 64;
    private const int ShortestStem = 4;

    /// <summary>The nearest of the words, or null where none is near. The first wins a tie.</summary>
    public static string? Find(string typed, IReadOnlyCollection<string> words)
    {
        if (typed.Length is 0 or > LongestWord)
        {
            return null;
        }

        string? nearest = null;
        var least = Math.Min(MostDistance, 1 + typed.Length / 4) + 1;
        foreach (var word in words)
        {
            if (word.Length > LongestWord || Math.Abs(word.Length - typed.Length) >= least)
            {
                continue;
            }

            var distance = Distance(typed.ToUpperInvariant(), word.ToUpperInvariant());
            if (distance < least && distance < word.Length)
            {
                least = distance;
                nearest = word;
            }
        }

        // A word cut short is far by letters and near by sense.
        return nearest ?? (typed.Length >= ShortestStem
            ? words.FirstOrDefault(word => word.StartsWith(typed, StringComparison.OrdinalIgnoreCase)) : null);
    }

    /// <summary>As the end of a sentence: <c>; did you mean `x`?</c>, or nothing.</summary>
    public static Said Hint(string typed, IReadOnlyCollection<string> words) =>
        Find(typed, words) is { } word ? new($"; did you mean `{word}`?", $"; vouliez-vous dire « {word} »?") : Said.Nothing;

    /// <summary>Insertions, deletions, substitutions and swaps of neighbours (optimal string alignment).</summary>
    private static int Distance(string left, string right)
    {
        var cost = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
        {
            cost[i, 0] = i;
        }

        for (var j = 0; j <= right.Length; j++)
        {
            cost[0, j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            for (var j = 1; j <= right.Length; j++)
            {
                var change = left[i - 1] == right[j - 1] ? 0 : 1;
                cost[i, j] = Math.Min(Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1, cost[i - 1, j - 1] + change);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    cost[i, j] = Math.Min(cost[i, j], cost[i - 2, j - 2] + 1);
                }
            }
        }

        return cost[left.Length, right.Length];
    }
}
