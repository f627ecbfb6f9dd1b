using Rappel.Core.Config;

namespace Rappel.Core.Schedules;

/// <summary>
/// Reads schedules. All take an optional IANA zone that replaces the schedule's own, for calling hours in the customer's time zone.
/// A zone this machine does not know leaves the schedule's, and a schedule whose zone is unknown is closed.
/// </summary>
public static class ScheduleClock
{
    // The weekly hours repeat after seven days; one more on each side for what crosses midnight.
    private const int DaysAhead = 8;

    /// <summary>What the schedule says now. Where two spans hold, the one that began last.</summary>
    public static ScheduleExit Evaluate(ScheduleSnapshot schedule, Instant now, string? timeZone = null) =>
        Zone(schedule, timeZone) is { } zone ? Evaluate(schedule, now, zone) : ScheduleExit.Closed;

    public static bool IsOpen(ScheduleSnapshot schedule, Instant now, string? timeZone = null) =>
        Evaluate(schedule, now, timeZone) == ScheduleExit.Open;

    /// <summary>The first moment after now at which another exit is taken; null where that never comes.</summary>
    public static Instant? NextChange(ScheduleSnapshot schedule, Instant now, string? timeZone = null)
    {
        if (Zone(schedule, timeZone) is not { } zone)
        {
            return null;
        }

        var current = Evaluate(schedule, now, zone);
        return Edges(schedule, now, zone).Where(edge => Evaluate(schedule, edge, zone) != current).Select(e => (Instant?)e).FirstOrDefault();
    }

    /// <summary>Now where it is open; otherwise the first moment it is; null where it never is again.</summary>
    public static Instant? NextOpen(ScheduleSnapshot schedule, Instant now, string? timeZone = null)
    {
        if (Zone(schedule, timeZone) is not { } zone)
        {
            return null;
        }

        return Edges(schedule, now, zone).Prepend(now)
            .Where(edge => Evaluate(schedule, edge, zone) == ScheduleExit.Open).Select(e => (Instant?)e).FirstOrDefault();
    }

    /// <summary>How long it stays open: zero where it is not, null where it never closes.</summary>
    public static TimeSpan? ClosesIn(ScheduleSnapshot schedule, Instant now, string? timeZone = null) =>
        IsOpen(schedule, now, timeZone) ? NextChange(schedule, now, timeZone) - now : TimeSpan.Zero;

    private static ScheduleExit Evaluate(ScheduleSnapshot schedule, Instant now, TimeZoneInfo zone)
    {
        var today = LocalDate(now, zone);
        var exit = ScheduleExit.Closed;
        var began = Instant.MinValue;

        // From yesterday, for what crosses midnight, to tomorrow, for zones that skip the midnight between.
        for (var day = -1; day <= 1; day++)
        {
            foreach (var span in ScheduleDays.Of(schedule, today.AddDays(day), zone))
            {
                if (span.From <= now && now < span.To && span.From >= began)
                {
                    began = span.From;
                    exit = ScheduleExit.OfTreatment(span.Treatment);
                }
            }
        }

        return exit;
    }

    /// <summary>Moments after now at which something begins or ends, in order. Days of exceptions are looked at however far off.</summary>
    private static IEnumerable<Instant> Edges(ScheduleSnapshot schedule, Instant now, TimeZoneInfo zone)
    {
        var today = LocalDate(now, zone);
        var edges = new SortedSet<Instant>();
        var day = today.AddDays(-1);
        foreach (var last in Horizons(schedule, today))
        {
            // A stretch between two exceptions repeats the week: after one week of it, go on with the next exception.
            var stretch = last.AddDays(-DaysAhead - 1);
            day = day > stretch ? day : stretch;
            for (; day <= last; day = day.AddDays(1))
            {
                edges.UnionWith(ScheduleDays.Of(schedule, day, zone).SelectMany(s => new[] { s.From, s.To }).Where(e => e > now));

                // All that begins before today's midnight has been seen; later days only add later edges.
                var safe = LocalTime.ToInstant(day.ToDateTime(TimeOnly.MinValue), zone, Overlap.Earlier);
                while (edges.Count > 0 && edges.Min <= safe)
                {
                    var edge = edges.Min;
                    edges.Remove(edge);
                    yield return edge;
                }
            }
        }

        foreach (var edge in edges)
        {
            yield return edge;
        }
    }

    private static IEnumerable<DateOnly> Horizons(ScheduleSnapshot schedule, DateOnly today) =>
        schedule.Exceptions.Select(e => e.Date).Where(d => d >= today).Order().Select(d => d.AddDays(DaysAhead)).Prepend(today.AddDays(DaysAhead));

    private static DateOnly LocalDate(Instant now, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);

    private static TimeZoneInfo? Zone(ScheduleSnapshot schedule, string? timeZone) =>
        (timeZone is null ? null : LocalTime.FindZone(timeZone)) ?? LocalTime.FindZone(schedule.TimeZone);
}
