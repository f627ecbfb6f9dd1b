using Rappel.Core.Config;

namespace Rappel.Core.Schedules;

/// <summary>One stretch of time a schedule says something about, in moments. Never empty.</summary>
/// <param name="From">First moment in it.</param>
/// <param name="To">First moment after it.</param>
internal readonly record struct ScheduleSpan(Instant From, Instant To, int Treatment);

/// <summary>
/// Turns the days of a schedule into spans. An exception replaces the weekly hours of its date, and what the evening before would
/// carry past midnight into it. Hours that end at or before they begin run past midnight.
/// </summary>
internal static class ScheduleDays
{
    /// <summary>The spans that begin on a date, in the order written.</summary>
    public static IEnumerable<ScheduleSpan> Of(ScheduleSnapshot schedule, DateOnly date, TimeZoneInfo zone)
    {
        foreach (var (from, to, treatment) in Hours(schedule, date))
        {
            var end = to > from ? date.ToDateTime(to) : date.AddDays(1).ToDateTime(to);

            // The next date has hours of its own: they begin at its midnight.
            if (to <= from && to != TimeOnly.MinValue && ExceptionOn(schedule, date.AddDays(1)) is not null)
            {
                end = date.AddDays(1).ToDateTime(TimeOnly.MinValue);
            }

            // When clocks go back, from the first time round to the second: the longer reading, so that nobody finds a door shut
            // that the sign says is open.
            var span = new ScheduleSpan(LocalTime.ToInstant(date.ToDateTime(from), zone, Overlap.Earlier),
                LocalTime.ToInstant(end, zone, Overlap.Later), treatment);

            // Hours that lie wholly in a gap do not happen.
            if (span.From < span.To)
            {
                yield return span;
            }
        }
    }

    public static ScheduleException? ExceptionOn(ScheduleSnapshot schedule, DateOnly date)
    {
        foreach (var exception in schedule.Exceptions)
        {
            if (exception.Date == date)
            {
                return exception;
            }
        }

        return null;
    }

    private static IEnumerable<(TimeOnly From, TimeOnly To, int Treatment)> Hours(ScheduleSnapshot schedule, DateOnly date) =>
        ExceptionOn(schedule, date) is { } exception
            ? exception.Intervals
            : schedule.Weekly.Where(w => w.Day == date.DayOfWeek).Select(w => (w.From, w.To, w.Treatment));
}
