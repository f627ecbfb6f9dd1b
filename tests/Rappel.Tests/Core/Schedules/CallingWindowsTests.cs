using System.Collections.Immutable;
using Rappel.Core.Config;
using Rappel.Core.Schedules;

namespace Rappel.Tests.Core.Schedules;

public class CallingWindowsTests
{
    private static readonly Instant Monday = new(2026, 3, 2, 14, 5, 0, TimeSpan.Zero);

    [Fact]
    public void Without_a_schedule_every_hour_can_be_chosen()
    {
        var windows = CallingWindows.Next(null, Monday, null).ToList();

        Assert.Equal(CallingWindows.Most, windows.Count);
        Assert.Equal(new Instant(2026, 3, 2, 14, 30, 0, TimeSpan.Zero), windows[0].From);
        Assert.All(windows.Zip(windows.Skip(1)), pair => Assert.Equal(pair.First.Until, pair.Second.From));
    }

    [Fact]
    public void Windows_lie_within_the_opening_hours_of_the_coming_week()
    {
        var windows = CallingWindows.Next(Office, Monday, null).ToList();

        Assert.All(windows, w => Assert.True(ScheduleClock.IsOpen(Office, w.From) && ScheduleClock.IsOpen(Office, w.Until.AddSeconds(-1))));
        // Monday 9:05 in Montréal: 9:30 to 11:30; the half hour after it is too short.
        Assert.Equal(2, windows.TakeWhile(w => w.From < Monday.AddHours(12)).Count());
        Assert.Equal(new Instant(2026, 3, 3, 13, 0, 0, TimeSpan.Zero), windows[2].From);
        Assert.True(windows[^1].From <= Monday + CallingWindows.Horizon);
    }

    [Fact]
    public void They_are_of_the_customers_own_clock_where_it_is_known()
    {
        var first = CallingWindows.Next(Office, Monday, "America/Vancouver").First();

        Assert.Equal(new Instant(2026, 3, 2, 16, 0, 0, TimeSpan.Zero), first.From);
    }

    [Fact]
    public void Where_it_never_opens_there_is_nothing_to_choose() =>
        Assert.Empty(CallingWindows.Next(Office with { Weekly = [] }, Monday, null));

    private static ScheduleSnapshot Office { get; } = new(
        "office", "Office", "America/Toronto",
        [.. new[] { DayOfWeek.Monday, DayOfWeek.Tuesday }.Select(day => new WeeklyInterval(day, new TimeOnly(8, 0), new TimeOnly(12, 0), 0))], ImmutableArray<ScheduleException>.Empty);
}
