using System.Globalization;
using Rappel.Core.Config;
using Rappel.Core.Config.Canonical;
using Rappel.Core.Config.Forms;
using Rappel.Server.Configuration;

namespace Rappel.Server.Web.Drafts;

/// <summary>The lines of the parts of one script, as its text has them.</summary>
internal sealed class TextLines
{
    private readonly ConfigNode? script;

    /// <param name="text">The key and what is under it.</param>
    public TextLines(string text)
    {
        script = YamlFile.Read("", text, []) is ConfigMap { Entries: [var entry] }
            ? new LongForm(null).Value(SectionForms.Find("scripts")!.Record, entry.Value) : null;
    }

    /// <summary>Line of a part, or of the nearest part around it; null where the text has none.</summary>
    /// <param name="path">From the script on: <c>inQueue</c>, <c>0</c>, <c>attempts</c>.</param>
    public int? Of(IEnumerable<string> path)
    {
        var (node, line) = (script, script?.Mark.Line);
        foreach (var step in path)
        {
            var entry = (node as ConfigMap)?.Entries.FirstOrDefault(e => e.Key.Text == step);
            node = entry?.Value ?? (node is ConfigSequence list && int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
                && at < list.Items.Length ? list.Items[at] : null);
            if (node is null)
            {
                break;
            }

            // A value on a line of its own begins below its key: the key is where one looks.
            line = entry is { Key.Mark.Line: > 0 } ? entry.Key.Mark.Line : node.Mark.Line > 0 ? node.Mark.Line : line;
        }

        return line is > 0 ? line : null;
    }
}
