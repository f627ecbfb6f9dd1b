using Rappel.Core.Config;
using Rappel.Server.Configuration.Yaml;

namespace Rappel.Server.Configuration.Drafts.Editing;

/// <summary>Finds the lines of the entries of a map and of the items of a list that are written as blocks.</summary>
internal static class BlockSpans
{
    /// <summary>One span for each entry, in order; null where the map is not written one entry a line.</summary>
    /// <param name="first">Line before which no entry begins.</param>
    /// <param name="bound">The first line after the map.</param>
    public static Span[]? OfEntries(YamlLines lines, ConfigMap map, int first, int bound)
    {
        var spans = new Span[map.Entries.Length];
        for (var index = spans.Length - 1; index >= 0; index--)
        {
            var mark = map.Entries[index].Key.Mark;
            var (line, column) = (mark.Line - 1, mark.Column - 1);
            if (line < first || line >= bound || column != map.Entries[0].Key.Mark.Column - 1 || !(lines.BeginsAt(line, column) || (index == 0 && IsAfterDash(lines, line, column))))
            {
                return null;
            }

            spans[index] = new Span(line, lines.EndBefore(bound, column), column);
            bound = line;
        }

        return spans;
    }

    /// <summary>One span for each item, in order; null where the list is not written one item a line.</summary>
    public static Span[]? OfItems(YamlLines lines, ConfigSequence list, int first, int bound)
    {
        var spans = new Span[list.Items.Length];
        var column = list.Mark.Column - 1;
        for (var index = spans.Length - 1; index >= 0; index--)
        {
            var line = list.Items[index].Mark.Line - 1;
            if (line < first || line >= bound || !lines.BeginsAt(line, column) || lines[line].Length <= column + 1 || lines[line][column] != '-'
                || lines[line][column + 1] is not (' ' or '\n' or '\r'))
            {
                return null;
            }

            spans[index] = new Span(line, lines.EndBefore(bound, column), column);
            bound = line;
        }

        return spans;
    }

    /// <summary>Whether the line is one item's first, and the item's map begins in it.</summary>
    public static bool IsAfterDash(YamlLines lines, int line, int column) =>
        column >= 2 && lines.Indent(line) == column - 2 && lines[line][column - 2] == '-' && lines[line][column - 1] == ' ';
}
