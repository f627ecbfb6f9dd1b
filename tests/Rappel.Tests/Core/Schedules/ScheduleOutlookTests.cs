using System.Collections.Immutable;
using System.Globalization;
using Rappel.Core.Config;
using Rappel.Core.Schedules;

namespace Rappel.Tests.Core.Schedules;

public class ScheduleOutlookTests
{
    private static readonly ScheduleSnapshot Day = new("day", "Day", "America/Toronto",
        [.. Enum.GetValues<DayOfWeek>().Select(d => new WeeklyInterval(d, new TimeOnly(8, 0), new TimeOnly(20, 0), 0))], []);

    private static Instant At(string text) => Instant.Parse(text, CultureInfo.InvariantCulture);

    private static string[] Told(ScheduleSnapshot schedule, string at, int most = ScheduleOutlook.MostChanges) =>
        [.. ScheduleOutlook.Changes(schedule, At(at), most).Select(c => $"{c.At:yyyy-MM-ddTHH:mmZ} {c.Exit}")];

    [Fact]
    public void Changes_keep_to_the_wall_clock_where_summer_time_begins() => Assert.Equal(
        ["2026-03-08T01:00Z closed", "2026-03-08T12:00Z open", "2026-03-09T00:00Z closed"], Told(Day, "2026-03-07T20:00:00Z", 3));

    [Fact]
    public void Changes_keep_to_the_wall_clock_where_summer_time_ends() => Assert.Equal(
        ["2026-11-01T00:00Z closed", "2026-11-01T13:00Z open", "2026-11-02T01:00Z closed"], Told(Day, "2026-10-31T20:00:00Z", 3));

    [Fact]
    public void At_most_fourteen_are_told() => Assert.Equal(14, Told(Day, "2026-03-02T00:00:00Z").Length);

    [Fact]
    public void Closed_days_and_numbered_treatments_are_told()
    {
        var schedule = Day with
        {
            Exceptions = [new ScheduleException(new DateOnly(2026, 3, 3), []), new ScheduleException(new DateOnly(2026, 3, 4), [(new TimeOnly(9, 0), new TimeOnly(10, 0), 2)])],
        };
        Assert.Equal(
            ["2026-03-03T01:00Z closed", "2026-03-04T14:00Z #2", "2026-03-04T15:00Z closed", "2026-03-05T13:00Z open"], Told(schedule, "2026-03-02T15:00:00Z", 4));
    }

    [Fact]
    public void One_that_never_changes_has_nothing_to_tell() =>
        Assert.Empty(Told(Day with { Weekly = ImmutableArray<WeeklyInterval>.Empty }, "2026-03-02T15:00:00Z"));

    [Fact]
    public void The_moment_is_told_on_the_schedules_own_clocks() =>
        Assert.Equal(TimeSpan.FromHours(-5), ScheduleOutlook.Local(Day, At("2026-03-02T15:00:00Z"))!.Value.Offset);
}
