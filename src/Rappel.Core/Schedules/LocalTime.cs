namespace Rappel.Core.Schedules;

/// <summary>
/// Which of two moments is meant when clocks go back and a local time happens twice. There is no default: whoever turns a wall
/// clock into a moment must have thought of it.
/// </summary>
public enum Overlap
{
    /// <summary>The first time round, still on summer time.</summary>
    Earlier,

    /// <summary>The second time round.</summary>
    Later,
}

/// <summary>Turns wall clocks into moments.</summary>
public static class LocalTime
{
    // The longest gap on record is the day Samoa left out in 2011.
    private const int LongestGapMinutes = 26 * 60;

    /// <summary>The zone with an IANA name, or null where this machine knows none of that name.</summary>
    public static TimeZoneInfo? FindZone(string name) =>
        IsZoneName(name) && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : null;

    /// <summary>
    /// The moment of a local time. A time that clocks skip (a gap) is the moment they skip it: what should begin at 02:30 begins at
    /// 03:00, and what should end then ends. A time that happens twice is the one chosen.
    /// </summary>
    public static Instant ToInstant(DateTime local, TimeZoneInfo zone, Overlap overlap)
    {
        var time = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        for (var minutes = 0; zone.IsInvalidTime(time) && minutes < LongestGapMinutes; minutes++)
        {
            time = time.AddMinutes(1);
        }

        if (!zone.IsAmbiguousTime(time))
        {
            return new Instant(time, zone.GetUtcOffset(time)).ToUniversalTime();
        }

        // The larger offset is further ahead of UTC, so its moment comes first.
        var offsets = zone.GetAmbiguousTimeOffsets(time);
        return new Instant(time, overlap == Overlap.Earlier ? offsets.Max() : offsets.Min()).ToUniversalTime();
    }

    // Zone names become file names in the system's database: nothing but a plain name may get there.
    private static bool IsZoneName(string name) =>
        name is "UTC" || (name.Contains('/', StringComparison.Ordinal) && !name.StartsWith('/')
            && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '_' or '-' or '+'));
}
