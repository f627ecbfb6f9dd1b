using Rappel.Core.Config.Binding;
using Rappel.Core.Config.Forms;

namespace Rappel.Core.Config.Canonical;

/// <summary>Writes out hours by day: <c>monday-friday</c> and <c>every-day</c> become single days, <c>closed</c> a day with no hours.</summary>
internal sealed class LongDays(LongForm values, DaysForm form)
{
    private const string Closed = "closed";

    public ConfigMap Of(ConfigMap map) =>
        form.ByDate ? map with { Entries = [.. map.Entries.OrderBy(e => e.Key.Text, StringComparer.Ordinal).Select(e => e with { Value = Day(e.Value) })] }
            : Weekly(map);

    private ConfigMap Weekly(ConfigMap map)
    {
        var days = WeekDays.FromMonday.ToDictionary(d => d, _ => new List<(string Written, ConfigEntry Entry)>(), StringComparer.Ordinal);
        var unknown = new List<ConfigEntry>();
        foreach (var entry in map.Entries)
        {
            var value = Day(entry.Value);
            var named = WeekDays.In(entry.Key.Text);
            if (named.Count == 0)
            {
                unknown.Add(entry with { Value = value });
            }

            foreach (var day in named)
            {
                Add(days[day], entry.Key.Text, new ConfigEntry(entry.Key with { Text = day }, value));
            }
        }

        return map with { Entries = [.. days.Values.SelectMany(d => d).Select(d => d.Entry).Where(e => !IsEmpty(e.Value)), .. unknown] };
    }

    /// <summary>A day that two keys name has the hours of both. The same key twice is a mistake, and stays one.</summary>
    private static void Add(List<(string Written, ConfigEntry Entry)> day, string written, ConfigEntry entry)
    {
        if (day is [.., var (other, last)] && other != written && last.Value is ConfigSequence before && entry.Value is ConfigSequence after)
        {
            day[^1] = (written, last with { Value = before with { Items = [.. before.Items, .. after.Items] } });
            return;
        }

        day.Add((written, entry));
    }

    private ConfigNode Day(ConfigNode node) => node switch
    {
        ConfigScalar scalar when scalar.IsNull || scalar.Faulty || LongForm.IsOfEnvironment(scalar) => node,
        ConfigScalar { Text: Closed } => new ConfigSequence(node.Mark, []),
        _ => values.Value(form.Item, node),
    };

    private static bool IsEmpty(ConfigNode node) => node is ConfigSequence { Items.IsEmpty: true };
}
