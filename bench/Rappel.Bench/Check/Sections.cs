using System.Globalization;

namespace Rappel.BenchCheck;

/// <summary>Sections of a run, each counted by itself.</summary>
internal static class Sections
{
    /// <summary>Of a piece. The middle one is taken: any may meet a table that grows, or code that was never compiled.</summary>
    public const int Each = 3;

    private const string Total = "totals: ";

    /// <summary>The instructions of each, from Callgrind's books: between those closed at its beginning and those closed at its end.</summary>
    public static IReadOnlyList<long> Read(IEnumerable<string> books) =>
    [
        .. books.Where(line => line.StartsWith(Total, StringComparison.Ordinal)).Select(line => long.Parse(line[Total.Length..], CultureInfo.InvariantCulture))
            .Where((_, part) => part % 2 == 1),
    ];

    public static double Middle(IEnumerable<long> values)
    {
        var ordered = values.Order().ToList();
        return ordered[ordered.Count / 2];
    }
}
