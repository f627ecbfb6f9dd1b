namespace Rappel.Bench.Reporting;

/// <summary>Columns of text, as wide as they need to be; the first is aligned left, the others right, but for a last one of words.</summary>
internal static class PlainTable
{
    public static void Print(IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<string>> rows, bool wordsLast = false)
    {
        IReadOnlyList<string>[] all = [heads, .. rows];
        var widths = Enumerable.Range(0, heads.Count).Select(column => all.Max(row => row[column].Length)).ToArray();
        foreach (var row in all)
        {
            Console.WriteLine(string.Join("  ", row.Select((cell, column) => IsWords(column) ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]))).TrimEnd());
        }

        Console.WriteLine();

        bool IsWords(int column) => column == 0 || (wordsLast && column == heads.Count - 1);
    }
}
