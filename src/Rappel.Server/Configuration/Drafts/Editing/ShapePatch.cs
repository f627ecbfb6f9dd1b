using Rappel.Core.Config;
using Rappel.Server.Configuration.Yaml;

namespace Rappel.Server.Configuration.Drafts.Editing;

/// <summary>
/// Works out the fewest lines to change so that a value that is written one way comes to be written another. What does not differ
/// stays, with the comments in it. It is a proposal: who uses it reads the outcome and compares.
/// </summary>
internal sealed class ShapePatch(YamlLines lines)
{
    private const int Step = 2;

    private readonly List<LineEdit> edits = [];

    public IReadOnlyList<LineEdit> Edits => edits;

    /// <summary>Changes the value under a key.</summary>
    /// <param name="written">What stands there.</param>
    /// <param name="before">How it would be written.</param>
    /// <param name="after">How it is to be written.</param>
    /// <param name="span">The lines of the whole entry, its key first.</param>
    public void Entry(string key, ConfigNode written, YamlShape before, YamlShape after, Span span)
    {
        if (Same(before, after))
        {
            return;
        }

        if (!TryInside(written, before, after, span.From + 1, span))
        {
            edits.Add(new LineEdit(span.From, span.To, YamlWriter.Entry(key, after, span.Column)));
        }
    }

    private void Item(ConfigNode written, YamlShape before, YamlShape after, Span span)
    {
        if (!Same(before, after) && !TryInside(written, before, after, span.From, span))
        {
            edits.Add(new LineEdit(span.From, span.To, YamlWriter.Item(after, span.Column)));
        }
    }

    private bool TryInside(ConfigNode written, YamlShape before, YamlShape after, int first, Span span) => (written, before, after) switch
    {
        (ConfigMap map, YamlMap from, YamlMap to) => TryMap(map, from, to, first, span),
        (ConfigSequence list, YamlList from, YamlList to) => TryList(list, from, to, first, span),
        _ => false,
    };

    private bool TryMap(ConfigMap written, YamlMap before, YamlMap after, int first, Span outer)
    {
        if (written.Entries.IsEmpty || after.Entries.IsEmpty || BlockSpans.OfEntries(lines, written, first, outer.To) is not { } spans
            || !written.Entries.Select(e => e.Key.Text).Order(StringComparer.Ordinal).SequenceEqual(before.Entries.Select(e => e.Key).Order(StringComparer.Ordinal)))
        {
            return false;
        }

        var column = spans[0].Column;
        var sharesDash = BlockSpans.IsAfterDash(lines, spans[0].From, column) && !lines.BeginsAt(spans[0].From, column);
        var old = before.Entries.ToDictionary(e => e.Key, e => e.Value, StringComparer.Ordinal);
        var wanted = after.Entries.ToDictionary(e => e.Key, e => e.Value, StringComparer.Ordinal);

        // The line of the dash is the item's own: where another entry is to stand in it, the item is written anew.
        if (sharesDash && (!wanted.ContainsKey(written.Entries[0].Key.Text) || after.Entries[0].Key != written.Entries[0].Key.Text
            || (!Same(old[written.Entries[0].Key.Text], wanted[written.Entries[0].Key.Text]) && !IsInner(written.Entries[0].Value, spans[0]))))
        {
            return false;
        }

        var at = edits.Count;
        var place = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var index = 0; index < spans.Length; index++)
        {
            var (key, value) = (written.Entries[index].Key.Text, written.Entries[index].Value);
            place[key] = index;
            if (!wanted.TryGetValue(key, out var shape))
            {
                edits.Add(Removal(spans[index], spans[0].From));
            }
            else if (index == 0 && sharesDash)
            {
                if (!Same(old[key], shape) && !TryInside(value, old[key], shape, spans[index].From + 1, spans[index]))
                {
                    edits.RemoveRange(at, edits.Count - at);
                    return false;
                }
            }
            else
            {
                Entry(key, value, old[key], shape, spans[index]);
            }
        }

        // A new entry goes after the one it is to follow.
        var previous = spans[0].From;
        foreach (var (key, shape) in after.Entries)
        {
            if (place.TryGetValue(key, out var index))
            {
                previous = spans[index].To;
            }
            else
            {
                edits.Add(new LineEdit(previous, previous, YamlWriter.Entry(key, shape, column)));
            }
        }

        return true;
    }

    private bool TryList(ConfigSequence written, YamlList before, YamlList after, int first, Span outer)
    {
        if (written.Items.Length != before.Items.Length || written.Items.IsEmpty || after.Items.IsEmpty || after.OnOneLine
            || BlockSpans.OfItems(lines, written, first, outer.To) is not { } spans)
        {
            return false;
        }

        var column = spans[0].Column;
        var previous = lines.CommentsAbove(spans[0].From, column) is var above && above > outer.From ? above : spans[0].From;
        foreach (var (from, to) in Alignment.Of(before.Items, after.Items, Same, Alike))
        {
            if (from < 0)
            {
                edits.Add(new LineEdit(previous, previous, YamlWriter.Item(after.Items[to], column)));
                continue;
            }

            if (to < 0)
            {
                edits.Add(Removal(spans[from], spans[0].From));
            }
            else
            {
                Item(written.Items[from], before.Items[from], after.Items[to], spans[from]);
            }

            previous = spans[from].To;
        }

        return true;
    }

    /// <summary>Takes the comments right above with it, and one of the empty lines around it.</summary>
    private LineEdit Removal(Span span, int first)
    {
        var from = lines.CommentsAbove(span.From, span.Column);
        while (from > first && from - 1 >= 0 && lines.IsBlank(from - 1) && (span.To >= lines.Count || lines.IsBlank(span.To)))
        {
            from--;
        }

        return new LineEdit(from, span.To, "");
    }

    private static bool IsInner(ConfigNode value, Span span) => value is ConfigMap or ConfigSequence && value.Mark.Line - 1 > span.From;

    private static bool Same(YamlShape left, YamlShape right) => (left, right) switch
    {
        (YamlWord a, YamlWord b) => a == b,
        (YamlList a, YamlList b) => a.Items.Length == b.Items.Length && a.Items.Zip(b.Items).All(i => Same(i.First, i.Second)),
        (YamlMap a, YamlMap b) => a.Entries.Length == b.Entries.Length
            && a.Entries.Zip(b.Entries).All(e => e.First.Key == e.Second.Key && Same(e.First.Value, e.Second.Value)),
        _ => false,
    };

    /// <summary>Whether one may have become the other: the same type of script object, the same agent of a queue.</summary>
    private static bool Alike(YamlShape left, YamlShape right) => (left, right) switch
    {
        (YamlMap { Entries: [var a] }, YamlMap { Entries: [var b] }) => a.Key == b.Key,
        (YamlMap { Entries: [var a, ..] }, YamlMap { Entries: [var b, ..] }) => a.Key == b.Key && Same(a.Value, b.Value),
        _ => false,
    };
}
