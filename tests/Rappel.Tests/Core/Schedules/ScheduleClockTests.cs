using System.Collections.Immutable;
using System.Globalization;
using Rappel.Core.Config;
using Rappel.Core.Schedules;

namespace Rappel.Tests.Core.Schedules;

public class ScheduleClockTests
{
    // Montréal goes from EST (UTC-5) to EDT (UTC-4) on 2026-03-08 at 02:00 and back on 2026-11-01 at 02:00.
    private const string Toronto = "America/Toronto";

    private static readonly ScheduleSnapshot Office = new("office", "Office", Toronto,
        [.. Days(DayOfWeek.Monday, DayOfWeek.Friday, "08:00", "12:00"), .. Days(DayOfWeek.Monday, DayOfWeek.Friday, "13:00", "17:00"),
            .. Days(DayOfWeek.Saturday, DayOfWeek.Saturday, "10:00", "16:00", 2)],
        [
            new ScheduleException(new DateOnly(2026, 12, 25), []),
            new ScheduleException(new DateOnly(2026, 12, 26), [(Time("09:00"), Time("11:00"), 0)]),
        ]);

    private static readonly ScheduleSnapshot Nights = new("nights", "Nights", Toronto,
        Days(DayOfWeek.Sunday, DayOfWeek.Saturday, "22:00", "06:00"), [new ScheduleException(new DateOnly(2026, 6, 10), [(Time("01:00"), Time("02:00"), 1)])]);

    private static readonly ScheduleSnapshot Always = new("always", "Always", Toronto, Days(DayOfWeek.Sunday, DayOfWeek.Saturday, "00:00", "00:00"), []);

    private static readonly ScheduleSnapshot Never = new("never", "Never", Toronto, [], []);

    [Theory]
    [InlineData("2026-07-27 07:59:59", "closed")]
    [InlineData("2026-07-27 08:00", "open")]
    [InlineData("2026-07-27 11:59:59", "open")]
    [InlineData("2026-07-27 12:00", "closed")]
    [InlineData("2026-07-27 13:00", "open")]
    [InlineData("2026-07-27 17:00", "closed")]
    [InlineData("2026-07-25 10:30", "#2")]
    [InlineData("2026-07-26 10:30", "closed")]
    [InlineData("2026-12-25 10:30", "closed")]
    [InlineData("2026-12-26 10:30", "open")]
    [InlineData("2026-12-26 12:30", "closed")]
    public void It_says_what_the_hours_say(string local, string exit) => Assert.Equal(exit, ScheduleClock.Evaluate(Office, Edt(local), null).Name);

    [Theory]
    [InlineData("2026-06-08 23:00", "open")]
    [InlineData("2026-06-09 05:59", "open")]
    [InlineData("2026-06-09 06:00", "closed")]
    [InlineData("2026-06-10 00:30", "closed")]
    [InlineData("2026-06-10 01:30", "#1")]
    [InlineData("2026-06-10 23:00", "closed")]
    [InlineData("2026-06-11 00:30", "closed")]
    [InlineData("2026-06-11 22:00", "open")]
    public void Hours_run_past_midnight_but_not_into_a_date_with_hours_of_its_own(string local, string exit) =>
        Assert.Equal(exit, ScheduleClock.Evaluate(Nights, Edt(local)).Name);

    [Fact]
    public void The_next_change_and_the_next_opening_are_told()
    {
        Assert.Equal(Edt("2026-07-27 12:00"), ScheduleClock.NextChange(Office, Edt("2026-07-27 09:00")));
        Assert.Equal(Edt("2026-07-27 09:00"), ScheduleClock.NextOpen(Office, Edt("2026-07-27 09:00")));
        Assert.Equal(Edt("2026-07-25 10:00"), ScheduleClock.NextChange(Office, Edt("2026-07-24 17:00")));
        Assert.Equal(Edt("2026-07-27 08:00"), ScheduleClock.NextOpen(Office, Edt("2026-07-24 17:00")));
        Assert.Equal(TimeSpan.FromHours(3), ScheduleClock.ClosesIn(Office, Edt("2026-07-27 09:00")));
        Assert.Equal(TimeSpan.Zero, ScheduleClock.ClosesIn(Office, Edt("2026-07-27 12:30")));
    }

    [Fact]
    public void What_never_changes_has_no_next_change()
    {
        var now = Edt("2026-10-28 09:00");

        Assert.True(ScheduleClock.IsOpen(Always, now));
        Assert.Null(ScheduleClock.NextChange(Always, now));
        Assert.Null(ScheduleClock.ClosesIn(Always, now));
        Assert.False(ScheduleClock.IsOpen(Never, now));
        Assert.Null(ScheduleClock.NextOpen(Never, now));
    }

    [Fact]
    public void An_exception_far_off_is_found()
    {
        var closedOnce = Always with { Exceptions = [new ScheduleException(new DateOnly(2027, 5, 1), [])] };
        var openOnce = Never with { Exceptions = [new ScheduleException(new DateOnly(2027, 5, 1), [(Time("09:00"), Time("10:00"), 0)])] };

        Assert.Equal(Edt("2027-05-01 00:00"), ScheduleClock.NextChange(closedOnce, Edt("2026-07-27 09:00")));
        Assert.Equal(Edt("2027-05-02 00:00"), ScheduleClock.NextOpen(closedOnce, Edt("2027-05-01 09:00")));
        Assert.Equal(Edt("2027-05-01 09:00"), ScheduleClock.NextOpen(openOnce, Edt("2026-07-27 09:00")));
        Assert.Null(ScheduleClock.NextOpen(openOnce, Edt("2027-05-01 10:00")));
    }

    [Fact]
    public void Two_weeks_of_holidays_do_not_hide_the_opening_after_them()
    {
        var holidays = Office with
        {
            Exceptions = [.. Enumerable.Range(0, 14).Select(d => new ScheduleException(new DateOnly(2026, 7, 27).AddDays(d), []))],
        };

        Assert.Equal(Edt("2026-08-10 08:00"), ScheduleClock.NextOpen(holidays, Edt("2026-07-27 09:00")));
    }

    [Fact]
    public void In_spring_hours_that_begin_in_the_gap_begin_when_it_ends()
    {
        var schedule = Never with { Weekly = Days(DayOfWeek.Sunday, DayOfWeek.Sunday, "02:30", "04:00") };

        Assert.Equal(Utc("2026-03-08 07:00"), ScheduleClock.NextOpen(schedule, Utc("2026-03-08 00:00")));
        Assert.Equal(Utc("2026-03-08 08:00"), ScheduleClock.NextChange(schedule, Utc("2026-03-08 07:00")));
        Assert.Equal("closed", ScheduleClock.Evaluate(schedule, Utc("2026-03-08 06:59")).Name);
    }

    [Fact]
    public void In_spring_hours_that_end_in_the_gap_end_when_it_begins_and_hours_inside_it_do_not_happen()
    {
        var ends = Never with { Weekly = Days(DayOfWeek.Sunday, DayOfWeek.Sunday, "01:00", "02:30") };
        var inside = Never with { Weekly = Days(DayOfWeek.Sunday, DayOfWeek.Sunday, "02:10", "02:50") };

        Assert.Equal(Utc("2026-03-08 07:00"), ScheduleClock.NextChange(ends, Utc("2026-03-08 06:30")));
        Assert.Equal(Utc("2026-03-15 06:10"), ScheduleClock.NextOpen(inside, Utc("2026-03-08 00:00")));
    }

    [Fact]
    public void In_spring_a_night_of_eight_hours_lasts_seven()
    {
        Assert.Equal(TimeSpan.FromHours(7), ScheduleClock.ClosesIn(Nights, Utc("2026-03-08 03:00")));
        Assert.Equal(Utc("2026-03-08 10:00"), ScheduleClock.NextChange(Nights, Utc("2026-03-08 03:00")));
    }

    [Fact]
    public void In_autumn_hours_in_the_hour_that_comes_twice_are_open_from_the_first_to_the_second()
    {
        var schedule = Never with { Weekly = Days(DayOfWeek.Sunday, DayOfWeek.Sunday, "01:15", "01:45") };

        // 01:15 EDT is 05:15 UTC; 01:45 EST is 06:45 UTC. It opens and closes once.
        Assert.Equal(Utc("2026-11-01 05:15"), ScheduleClock.NextOpen(schedule, Utc("2026-11-01 00:00")));
        Assert.Equal(Utc("2026-11-01 06:45"), ScheduleClock.NextChange(schedule, Utc("2026-11-01 05:15")));
        Assert.Equal("open", ScheduleClock.Evaluate(schedule, Utc("2026-11-01 05:50")).Name);
        Assert.Equal("open", ScheduleClock.Evaluate(schedule, Utc("2026-11-01 06:05")).Name);
    }

    [Fact]
    public void In_autumn_two_stretches_that_meet_in_that_hour_change_once()
    {
        var schedule = Never with
        {
            Weekly = [.. Days(DayOfWeek.Sunday, DayOfWeek.Sunday, "00:00", "01:30", 1), .. Days(DayOfWeek.Sunday, DayOfWeek.Sunday, "01:30", "05:00")],
        };

        Assert.Equal(Utc("2026-11-01 05:30"), ScheduleClock.NextChange(schedule, Utc("2026-11-01 04:00")));
        Assert.Equal(Utc("2026-11-01 10:00"), ScheduleClock.NextChange(schedule, Utc("2026-11-01 05:30")));
    }

    [Fact]
    public void In_autumn_a_night_of_eight_hours_lasts_nine() =>
        Assert.Equal(TimeSpan.FromHours(9), ScheduleClock.ClosesIn(Nights, Utc("2026-11-01 02:00")));

    [Fact]
    public void Around_the_clock_is_open_through_both_changes()
    {
        foreach (var start in new[] { Utc("2026-03-08 00:00"), Utc("2026-11-01 00:00") })
        {
            Assert.All(Enumerable.Range(0, 48 * 4), quarter => Assert.True(ScheduleClock.IsOpen(Always, start.AddMinutes(15 * quarter))));
        }
    }

    [Fact]
    public void Calling_hours_follow_the_customer_where_the_zone_is_known()
    {
        var now = Edt("2026-07-27 09:00");

        Assert.True(ScheduleClock.IsOpen(Office, now));
        Assert.False(ScheduleClock.IsOpen(Office, now, "America/Vancouver"));
        Assert.Equal(Edt("2026-07-27 11:00"), ScheduleClock.NextOpen(Office, now, "America/Vancouver"));
        Assert.True(ScheduleClock.IsOpen(Office, now, "America/Nowhere"));
    }

    // Vancouver changes three hours after Montréal: 2026-03-08 at 10:00 UTC and 2026-11-01 at 09:00 UTC.
    [Theory]
    [InlineData(Toronto, "2026-03-08 05:00", "2026-03-08 06:30", "2026-03-08 07:00")]
    [InlineData("America/Vancouver", "2026-03-08 05:00", "2026-03-08 09:30", "2026-03-08 10:00")]
    [InlineData(Toronto, "2026-11-01 04:00", "2026-11-01 05:30", "2026-11-01 07:30")]
    [InlineData("America/Vancouver", "2026-11-01 04:00", "2026-11-01 08:30", "2026-11-01 10:30")]
    public void The_same_hours_on_the_nights_of_change_are_other_moments_in_each_zone(string zone, string before, string opens, string closes)
    {
        var night = Never with { Weekly = Days(DayOfWeek.Sunday, DayOfWeek.Sunday, "01:30", "02:30") };

        Assert.Equal(Utc(opens), ScheduleClock.NextOpen(night, Utc(before), zone));
        Assert.Equal(Utc(closes), ScheduleClock.NextChange(night, Utc(opens), zone));
        Assert.Equal(Utc(closes) - Utc(opens), ScheduleClock.ClosesIn(night, Utc(opens), zone));
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("/etc/localtime")]
    [InlineData("Toronto")]
    [InlineData("")]
    public void A_zone_nobody_knows_is_closed_and_harmless(string zone)
    {
        Assert.Null(LocalTime.FindZone(zone));
        Assert.Equal("closed", ScheduleClock.Evaluate(Always with { TimeZone = zone }, Edt("2026-07-27 09:00")).Name);
    }

    // Whatever the schedule, the next change is a change, and nothing changes before it.
    [Fact]
    public void The_next_change_agrees_with_what_is_said_minute_by_minute()
    {
        foreach (var schedule in new[] { Office, Nights })
        {
            foreach (var start in new[] { Utc("2026-03-07 12:00"), Utc("2026-10-31 12:00"), Utc("2026-12-24 12:00"), Utc("2026-06-09 00:00") })
            {
                AssertChanges(schedule, start);
            }
        }
    }

    private static void AssertChanges(ScheduleSnapshot schedule, Instant start)
    {
        var now = start;
        var next = ScheduleClock.NextChange(schedule, now)!.Value;
        for (var minute = 0; minute < 3 * 24 * 60; minute++)
        {
            now = start.AddMinutes(minute);
            if (now == next)
            {
                Assert.NotEqual(ScheduleClock.Evaluate(schedule, now.AddTicks(-1)), ScheduleClock.Evaluate(schedule, now));
                next = ScheduleClock.NextChange(schedule, now)!.Value;
            }
            else if (minute > 0)
            {
                Assert.Equal(ScheduleClock.Evaluate(schedule, now.AddMinutes(-1)), ScheduleClock.Evaluate(schedule, now));
            }
        }
    }

    private static ImmutableArray<WeeklyInterval> Days(DayOfWeek first, DayOfWeek last, string from, string to, int treatment = 0) =>
        [.. Enumerable.Range((int)first, last - first + 1).Select(day => new WeeklyInterval((DayOfWeek)day, Time(from), Time(to), treatment))];

    private static TimeOnly Time(string text) => TimeOnly.ParseExact(text, "HH:mm", CultureInfo.InvariantCulture);

    private static Instant Utc(string text) => Instant.Parse($"{text}Z", CultureInfo.InvariantCulture);

    // Local time of Montréal, away from the nights when clocks change.
    private static Instant Edt(string text)
    {
        var local = DateTime.Parse(text, CultureInfo.InvariantCulture);
        return new Instant(local, local.Month is 12 or 1 ? TimeSpan.FromHours(-5) : TimeSpan.FromHours(-4)).ToUniversalTime();
    }
}
