using Rappel.Core.Config;
using Rappel.Server.Configuration.Yaml;

namespace Rappel.Server.Configuration.Drafts.Editing;

/// <summary>Where the sections and objects of a file stand, and what its text becomes without one, or with another.</summary>
internal static class Places
{
    public const int Step = 2;

    /// <summary>The lines of a section; null where the file is not written one section a line.</summary>
    public static Span? OfSection(DraftFile file, YamlLines lines, string section)
    {
        if (file.Root is not ConfigMap root || BlockSpans.OfEntries(lines, root, 0, lines.Count) is not { } spans)
        {
            return null;
        }

        var index = IndexOf(root, section);
        return index < 0 ? null : spans[index];
    }

    /// <summary>The lines of an object; null where its section is not written one object a line.</summary>
    public static Span? Of(DraftFile file, YamlLines lines, string section, string key)
    {
        if (OfSection(file, lines, section) is not { } whole)
        {
            return null;
        }

        var known = file.Find(section)!;
        if (known.Form is { Single: true })
        {
            return whole;
        }

        return Objects(known, lines, whole) is { } spans && IndexOf((ConfigMap)known.Value, key) is var index and >= 0 ? spans[index] : null;
    }

    /// <summary>The file without an object; without its section too where nothing would be left of it. Null where that is not to be done by lines.</summary>
    public static string? Without(DraftFile file, YamlLines lines, string section, string key, bool last)
    {
        if ((last ? OfSection(file, lines, section) : Of(file, lines, section, key)) is not { } span)
        {
            return null;
        }

        var from = lines.CommentsAbove(span.From, span.Column);

        // The comment that opens a file is about the file.
        from = last && from == 0 ? span.From : from;
        while (from > 0 && lines.IsBlank(from - 1) && (span.To >= lines.Count || lines.IsBlank(span.To)))
        {
            from--;
        }

        return lines.With([new LineEdit(from, span.To, "")]);
    }

    /// <summary>The file with an object under another key.</summary>
    public static string? Renamed(DraftFile file, YamlLines lines, string section, string key, string name)
    {
        if (Of(file, lines, section, key) is not { } span)
        {
            return null;
        }

        var line = lines[span.From];
        var colon = line.IndexOf(':', span.Column + KeyLength(line, span.Column));
        return colon < 0 ? null : lines.With([new LineEdit(span.From, span.From + 1, $"{line[..span.Column]}{YamlWriter.Key(name)}{line[colon..]}")]);
    }

    /// <summary>The file with another object at the end of its section; null where that is not to be done by lines.</summary>
    /// <param name="write">The object's lines, indented by a column.</param>
    public static string? Append(DraftFile file, YamlLines lines, string section, Func<int, string> write)
    {
        if (file.Find(section) is not { } known)
        {
            return AppendSection(lines, $"{section}:\n{write(Step)}");
        }

        if (OfSection(file, lines, section) is not { } whole)
        {
            return null;
        }

        if (known.Value is ConfigScalar { IsNull: true })
        {
            return lines.With([new LineEdit(whole.From + 1, whole.From + 1, write(Step))]);
        }

        if (Objects(known, lines, whole) is not { Length: > 0 } spans)
        {
            return null;
        }

        // As the others are set apart, so is this one.
        var apart = spans.Length == 1 ? spans[0].To - spans[0].From > 1 : spans[^1].From > spans[^2].To;
        var end = spans[^1].To;
        return lines.With([new LineEdit(end, end, (apart ? "\n" : "") + write(spans[0].Column))]);
    }

    /// <summary>The file with another section at its end.</summary>
    public static string AppendSection(YamlLines lines, string text)
    {
        var end = lines.EndBefore(lines.Count, -1);
        return lines.With([new LineEdit(end, end, (end == 0 ? "" : "\n") + text)]);
    }

    /// <summary>The text with each line that has something in it indented, and the last one ended.</summary>
    public static string Indent(string text, int column)
    {
        var pad = new string(' ', column);
        var rows = text.ReplaceLineEndings("\n").TrimEnd('\n', ' ').Split('\n');
        return string.Concat(rows.Select(row => row.Length == 0 ? "\n" : $"{pad}{row}\n"));
    }

    private static Span[]? Objects(DraftSection section, YamlLines lines, Span whole) =>
        section.Value is ConfigMap { Entries.IsEmpty: false } map ? BlockSpans.OfEntries(lines, map, whole.From + 1, whole.To) : null;

    private static int IndexOf(ConfigMap map, string key)
    {
        for (var index = 0; index < map.Entries.Length; index++)
        {
            if (map.Entries[index].Key.Text == key)
            {
                return index;
            }
        }

        return -1;
    }

    /// <summary>Length of the key as written, with its quotes.</summary>
    private static int KeyLength(string line, int column)
    {
        var quote = line[column];
        if (quote is not ('"' or '\''))
        {
            return 0;
        }

        var end = line.IndexOf(quote, column + 1);
        return end < 0 ? 0 : end - column;
    }
}
