using System.Collections.Immutable;

namespace Rappel.Server.Configuration.Yaml;

/// <summary>The lines of a file, each with its end, so that what is not touched stays byte for byte. The first has the index 0.</summary>
internal sealed class YamlLines
{
    private readonly ImmutableArray<string> lines;

    public YamlLines(string text)
    {
        var found = ImmutableArray.CreateBuilder<string>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            var next = end < 0 ? text.Length : end + 1;
            found.Add(text[start..next]);
            start = next;
        }

        lines = found.ToImmutable();
        NewLine = lines.Length > 0 && lines[0].EndsWith("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
    }

    public int Count => lines.Length;

    /// <summary>How this file ends its lines.</summary>
    public string NewLine { get; }

    public string this[int line] => lines[line];

    /// <summary>Spaces before the first character.</summary>
    public int Indent(int line) => lines[line].Length - lines[line].AsSpan().TrimStart(' ').Length;

    public bool IsBlank(int line) => lines[line].AsSpan().Trim().IsEmpty;

    public bool IsComment(int line) => lines[line].AsSpan().TrimStart().StartsWith('#');

    /// <summary>Whether the characters before a column are all spaces.</summary>
    public bool BeginsAt(int line, int column) => line < Count && Indent(line) == column && !IsBlank(line);

    /// <summary>
    /// Where something ends that begins at a column and is followed by something else, or nothing, at <paramref name="bound"/>: empty
    /// lines and comments no deeper than the column belong to what follows.
    /// </summary>
    public int EndBefore(int bound, int column)
    {
        while (bound > 0 && (IsBlank(bound - 1) || (IsComment(bound - 1) && Indent(bound - 1) <= column) || IsMarker(bound - 1)))
        {
            bound--;
        }

        return bound;
    }

    /// <summary>Where the comments begin that stand right above a line at its own column.</summary>
    public int CommentsAbove(int line, int column)
    {
        while (line > 0 && IsComment(line - 1) && Indent(line - 1) == column)
        {
            line--;
        }

        return line;
    }

    public string Text(int from, int to) => string.Concat(lines.AsSpan(from, to - from));

    /// <summary>The file with some lines replaced.</summary>
    /// <param name="edits">That do not overlap, in any order. Those at one place are put in in the order given.</param>
    public string With(IEnumerable<LineEdit> edits)
    {
        var parts = new List<string>();
        var at = 0;
        foreach (var edit in edits.OrderBy(e => e.From).ThenBy(e => e.To))
        {
            parts.Add(Text(at, edit.From));
            if (edit.Text.Length > 0)
            {
                EndLine(parts);
                parts.Add(NewLine == "\n" ? edit.Text : edit.Text.ReplaceLineEndings(NewLine));
            }

            at = edit.To;
        }

        parts.Add(Text(at, Count));
        return string.Concat(parts);
    }

    private void EndLine(List<string> parts)
    {
        if (parts.FindLast(p => p.Length > 0) is { } last && last[^1] != '\n')
        {
            parts.Add(NewLine);
        }
    }

    private bool IsMarker(int line) => lines[line].AsSpan().TrimEnd() is "---" or "...";
}
