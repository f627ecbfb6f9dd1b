using System.Collections.Immutable;
using System.Text;

namespace Rappel.Server.Configuration.Yaml;

/// <summary>Lays values out in lines of YAML, two spaces a level.</summary>
internal sealed class YamlWriter
{
    private const int Step = 2;
    private const int LineLength = 130;

    /// <summary>Texts longer than this are folded.</summary>
    private const int FoldBeyond = 110;

    private readonly StringBuilder text = new();

    /// <summary>One entry of a map, each line indented by <paramref name="indent"/> and ended.</summary>
    public static string Entry(string key, YamlShape value, int indent)
    {
        var writer = new YamlWriter();
        writer.text.Append(' ', indent);
        writer.AppendEntry(key, value, indent);
        return writer.text.ToString();
    }

    /// <summary>One item of a list, likewise.</summary>
    public static string Item(YamlShape value, int indent)
    {
        var writer = new YamlWriter();
        writer.text.Append(' ', indent);
        writer.AppendItem(value, indent);
        return writer.text.ToString();
    }

    /// <summary>The key of an entry.</summary>
    public static string Key(string key, bool inFlow = false) => YamlScalars.Write(key, YamlQuotes.WhereNeeded, inFlow);

    private void AppendEntry(string key, YamlShape value, int indent)
    {
        var start = text.Length;
        text.Append(Key(key)).Append(':');
        if (value is YamlWord { Text: null })
        {
            text.Append('\n');
            return;
        }

        if (OneLine(value) is { } line && indent + text.Length - start + 1 + line.Length <= LineLength)
        {
            text.Append(' ').Append(line).Append('\n');
            return;
        }

        switch (value)
        {
            case YamlWord word:
                AppendLong(word, indent);
                break;
            case YamlList list:
                text.Append('\n');
                foreach (var item in list.Items)
                {
                    text.Append(' ', indent + Step);
                    AppendItem(item, indent + Step);
                }

                break;
            case YamlMap map:
                text.Append('\n').Append(' ', indent + Step);
                AppendEntries(map, indent + Step);
                break;
            default:
                throw new NotSupportedException(value.GetType().Name);
        }
    }

    /// <summary>The item at a place that is indented already.</summary>
    private void AppendItem(YamlShape value, int indent)
    {
        text.Append('-');
        if (value is YamlWord { Text: null })
        {
            text.Append('\n');
            return;
        }

        if (OneLine(value) is { } line && indent + Step + line.Length <= LineLength)
        {
            text.Append(' ').Append(line).Append('\n');
            return;
        }

        switch (value)
        {
            case YamlWord word:
                AppendLong(word, indent);
                break;
            case YamlList list:
                text.Append(' ');
                for (var index = 0; index < list.Items.Length; index++)
                {
                    text.Append(' ', index == 0 ? 0 : indent + Step);
                    AppendItem(list.Items[index], indent + Step);
                }

                break;
            case YamlMap map:
                text.Append(' ');
                AppendEntries(map, indent + Step);
                break;
            default:
                throw new NotSupportedException(value.GetType().Name);
        }
    }

    private void AppendEntries(YamlMap map, int indent)
    {
        for (var index = 0; index < map.Entries.Length; index++)
        {
            text.Append(' ', index == 0 ? 0 : indent);
            AppendEntry(map.Entries[index].Key, map.Entries[index].Value, indent);
        }
    }

    /// <summary>After a key or a dash: folded, as lines, or in quotes.</summary>
    private void AppendLong(YamlWord word, int indent)
    {
        var lines = YamlFolding.Lines(word.Text!, Math.Max(LineLength - indent - Step, LineLength / 2), out var header);
        if (lines.IsEmpty)
        {
            text.Append(' ').Append(YamlScalars.Write(word.Text!, word.Style, false)).Append('\n');
            return;
        }

        text.Append(' ').Append(header).Append('\n');
        foreach (var line in lines)
        {
            text.Append(' ', line.Length == 0 ? 0 : indent + Step).Append(line).Append('\n');
        }
    }

    /// <summary>The value on one line; null where it must not, or cannot, stand on one.</summary>
    private static string? OneLine(YamlShape value) => value switch
    {
        YamlWord { Text: { } words } word => IsLong(word) ? null : YamlScalars.Write(words, word.Style, false),
        YamlList { Items.IsEmpty: true } or YamlMap { Entries.IsEmpty: true } or YamlList { OnOneLine: true } or YamlMap { OnOneLine: true } => Flow(value),
        _ => null,
    };

    private static string? Flow(YamlShape value)
    {
        switch (value)
        {
            case YamlWord { Text: null }:
                return "";
            case YamlWord { Text: { } words } word:
                return IsLong(word) ? null : YamlScalars.Write(words, word.Style, true);
            case YamlList list:
                var items = list.Items.Select(Flow).ToArray();
                return Array.TrueForAll(items, i => i is { Length: > 0 }) ? $"[{string.Join(", ", items)}]" : null;
            case YamlMap map:
                var entries = map.Entries.Select(e => Flow(e.Value) is { } inner ? $"{Key(e.Key, true)}: {inner}".TrimEnd() : null).ToArray();
                return Array.TrueForAll(entries, e => e is not null) ? entries.Length == 0 ? "{}" : $"{{ {string.Join(", ", entries)} }}" : null;
            default:
                return null;
        }
    }

    private static bool IsLong(YamlWord word) =>
        word.Style != YamlQuotes.Verbatim && (word.Text!.Length > FoldBeyond || word.Text.Contains('\n', StringComparison.Ordinal));
}
