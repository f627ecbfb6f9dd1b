using System.Collections.Immutable;

namespace Rappel.Core.Config.Binding;

/// <summary>How days of the week are written.</summary>
public static class WeekDays
{
    public const string EveryDay = "every-day";

    public static readonly ImmutableArray<string> FromMonday = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    /// <summary>The days of <c>monday</c>, <c>friday-monday</c> (over the week's end) or <c>every-day</c>; none where it is not that.</summary>
    public static IReadOnlyList<string> In(string text)
    {
        if (text == EveryDay)
        {
            return FromMonday;
        }

        var ends = text.Split('-');
        var first = FromMonday.IndexOf(ends[0]);
        var last = FromMonday.IndexOf(ends[^1]);
        return ends.Length > 2 || first < 0 || last < 0
            ? []
            : [.. Enumerable.Range(0, (last - first + 7) % 7 + 1).Select(offset => FromMonday[(first + offset) % 7])];
    }

    public static DayOfWeek Day(string name) => (DayOfWeek)((FromMonday.IndexOf(name) + 1) % 7);
}
