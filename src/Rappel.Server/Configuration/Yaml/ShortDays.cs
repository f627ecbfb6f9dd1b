using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Rappel.Core.Config.Binding;
using Rappel.Core.Config.Forms;

namespace Rappel.Server.Configuration.Yaml;

/// <summary>Hours by day, short: days in a row with the same hours are one line, and a day without hours is <c>closed</c>.</summary>
internal static class ShortDays
{
    private const string Closed = "closed";

    public static YamlMap Of(DaysForm form, JsonObject days)
    {
        var entries = ImmutableArray.CreateBuilder<(string Key, YamlShape Value)>();
        var names = days.Select(d => d.Key).ToArray();
        for (var first = 0; first < names.Length;)
        {
            var last = first;
            while (!form.ByDate && last + 1 < names.Length && Follows(names[last], names[last + 1])
                && JsonNode.DeepEquals(days[names[first]], days[names[last + 1]]))
            {
                last++;
            }

            entries.Add((Name(names[first], names[last]), Day(form, days[names[first]])));
            first = last + 1;
        }

        return new YamlMap(entries.ToImmutable(), false);
    }

    private static bool Follows(string day, string next) =>
        WeekDays.FromMonday.IndexOf(day) is var at and >= 0 && WeekDays.FromMonday.IndexOf(next) == at + 1;

    private static string Name(string first, string last)
    {
        if (first == last)
        {
            return first;
        }

        return first == WeekDays.FromMonday[0] && last == WeekDays.FromMonday[^1] ? WeekDays.EveryDay : $"{first}-{last}";
    }

    private static YamlShape Day(DaysForm form, JsonNode? hours)
    {
        if (hours is not JsonArray list)
        {
            return ShortForm.Of(form.Item, hours);
        }

        return list.Count switch
        {
            0 => new YamlWord(Closed, YamlQuotes.WhereNeeded),

            // These words alone would mean something else.
            1 when ShortForm.Item(form.Item.Item, list[0]) is var only && !IsWordOfItsOwn(only) && only is not YamlList => only,
            _ => ShortForm.Of(form.Item, list),
        };
    }

    private static bool IsWordOfItsOwn(YamlShape shape) =>
        shape is YamlWord { Text: var text } && (text is null or Closed || text.Contains("${", StringComparison.Ordinal));
}
