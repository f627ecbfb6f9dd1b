using System.Collections.Immutable;
using System.Globalization;

namespace Rappel.Core.Config.Binding;

internal static class ScheduleBinder
{
    private static readonly Said DayWords = new("a day (monday), days (monday-friday) or every-day",
        "un jour (monday), des jours (monday-friday) ou every-day");

    private static readonly Said HoursWords = new("hours such as 08:00-17:30, { hours: 08:00-17:30, treatment: 1 }, a list of those, or closed",
        "des heures telles 08:00-17:30 ou { hours: 08:00-17:30, treatment: 1 }, une liste de celles-ci, ou closed (fermé)");

    private static readonly Said DateWords = new("a date such as 2026-12-25", "une date telle 2026-12-25");

    private static readonly DateOnly FirstDate = new(2000, 1, 1);
    private static readonly DateOnly LastDate = new(2199, 12, 31);

    public static ScheduleSnapshot Bind(string key, MapReader reader)
    {
        var scope = reader.Scope;
        var name = reader.OptionalText("name") ?? key;
        var zone = DialPlanBinder.TimeZone(reader, "timeZone", true) ?? "UTC";
        var weekly = new List<(WeeklyInterval Interval, SourceMark Mark, string Path)>();
        foreach (var entry in Children(reader, "weekly", required: true))
        {
            var path = $"{reader.PathOf("weekly")}/{entry.Key.Text}";
            var hours = HoursBinder.Bind(scope, entry.Value, path, HoursWords);
            foreach (var day in Days(scope, entry.Key, path))
            {
                weekly.AddRange(hours.Select(h => (new WeeklyInterval(day, h.From, h.To, h.Treatment), h.Mark, path)));
            }
        }

        if (weekly.Count > ConfigurationLimits.IntervalsPerSchedule)
        {
            scope.Report(ProblemCode.TooLarge, reader.PathOf("weekly"), reader.Mark,
                new($"there are {weekly.Count} intervals a week", $"il y a {weekly.Count} plages par semaine"),
                new($"at most {ConfigurationLimits.IntervalsPerSchedule}", $"au plus {ConfigurationLimits.IntervalsPerSchedule}"));
            weekly.Clear();
        }

        HoursOverlap.ReportWeekly(scope, weekly);
        return new ScheduleSnapshot(key, name, zone, [.. weekly.Select(w => w.Interval)], Exceptions(reader));
    }

    private static ImmutableArray<ScheduleException> Exceptions(MapReader reader)
    {
        var scope = reader.Scope;
        var exceptions = new SortedDictionary<DateOnly, ScheduleException>();
        var entries = Children(reader, "exceptions", required: false);
        if (entries.Length > ConfigurationLimits.ExceptionsPerSchedule)
        {
            scope.Report(ProblemCode.TooLarge, reader.PathOf("exceptions"), reader.Mark,
                new($"there are {entries.Length} exceptions", $"il y a {entries.Length} exceptions"),
                new($"at most {ConfigurationLimits.ExceptionsPerSchedule}", $"au plus {ConfigurationLimits.ExceptionsPerSchedule}"));
            return [];
        }

        foreach (var entry in entries)
        {
            var path = $"{reader.PathOf("exceptions")}/{entry.Key.Text}";
            var hours = HoursBinder.Bind(scope, entry.Value, path, HoursWords);
            HoursOverlap.ReportDay(scope, hours, path);
            if (!DateOnly.TryParseExact(entry.Key.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
                || date < FirstDate || date > LastDate)
            {
                scope.Report(ProblemCode.BadHours, path, entry.Key.Mark,
                    new($"`{MapReader.Shorten(entry.Key.Text)}` is not a date we can use",
                        $"« {MapReader.Shorten(entry.Key.Text)} » n'est pas une date utilisable"), DateWords);
                continue;
            }

            exceptions.TryAdd(date, new ScheduleException(date, [.. hours.Select(h => (h.From, h.To, h.Treatment))]));
        }

        return [.. exceptions.Values];
    }

    private static ImmutableArray<ConfigEntry> Children(MapReader reader, string key, bool required)
    {
        var days = key == "weekly" ? DayWords : DateWords;
        var allowed = new Said($"a map of {days.English} to {HoursWords.English}", $"une table qui donne à {days.French} {HoursWords.French}");
        var node = required ? reader.Require(key, allowed) : reader.Find(key);
        if (node is ConfigMap map)
        {
            return map.Entries;
        }

        if (node is not null)
        {
            reader.WrongKind(key, node, allowed);
        }

        return [];
    }

    private static IEnumerable<DayOfWeek> Days(BindingScope scope, ConfigScalar key, string path)
    {
        var days = WeekDays.In(key.Text);
        if (days.Count == 0)
        {
            scope.Report(ProblemCode.BadHours, path, key.Mark,
                new Said($"`{MapReader.Shorten(key.Text)}` is not a day", $"« {MapReader.Shorten(key.Text)} » n'est pas un jour")
                + NearestWord.Hint(key.Text.Split('-')[0], WeekDays.FromMonday), DayWords);
        }

        return days.Select(WeekDays.Day);
    }
}
