using System.Collections.Immutable;

namespace Rappel.Server.Configuration.Yaml;

/// <summary>Cuts long texts into lines that YAML puts together again.</summary>
internal static class YamlFolding
{
    private const string Folded = ">-";
    private const string AsLines = "|-";

    /// <summary>The lines of a block, with its header; none where the text cannot be a block.</summary>
    public static ImmutableArray<string> Lines(string text, int width, out string header)
    {
        header = text.Contains('\n', StringComparison.Ordinal) ? AsLines : Folded;
        var lines = text.Split('\n');

        // A first line that begins with a space would set the indentation, and lines at the end without words would be taken away.
        if (text.Length == 0 || lines[0].Length == 0 || lines[0][0] == ' ' || lines[^1].Trim().Length == 0
            || !Array.TrueForAll(lines, l => YamlScalars.IsPrintableLine(l) && (l.Length == 0 || l.Trim().Length > 0)))
        {
            return [];
        }

        return header == AsLines ? [.. lines] : Fold(text, width);
    }

    /// <summary>At the ends of sentences, as people write them; within a sentence only where it is too long.</summary>
    private static ImmutableArray<string> Fold(string text, int width)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        var start = 0;
        while (start < text.Length)
        {
            var end = Break(text, start, width);
            lines.Add(text[start..end]);
            start = end + 1;
        }

        return lines.ToImmutable();
    }

    /// <summary>Where the line that begins at <paramref name="start"/> ends: at a single space, or at the text's end.</summary>
    private static int Break(string text, int start, int width)
    {
        var last = -1;
        for (var at = start + 1; at < text.Length; at++)
        {
            var isBreak = text[at] == ' ' && text[at - 1] != ' ' && at + 1 < text.Length && text[at + 1] != ' ';
            if (at - start > width && last > 0)
            {
                return last;
            }

            if (isBreak && text[at - 1] is '.' or '!' or '?' && char.IsUpper(text[at + 1]))
            {
                return at;
            }

            last = isBreak ? at : last;
        }

        return text.Length - start > width && last > 0 ? last : text.Length;
    }
}
