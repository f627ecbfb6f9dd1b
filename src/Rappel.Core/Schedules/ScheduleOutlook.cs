using Rappel.Core.Config;

namespace Rappel.Core.Schedules;

/// <summary>What a schedule will say: for whoever writes it.</summary>
public static class ScheduleOutlook
{
    /// <summary>Changes told at most: a week of days that open and close.</summary>
    public const int MostChanges = 14;

    /// <summary>The next moments after <paramref name="at"/> from which another exit is taken, with that exit, in order. Clocks that change are kept to.</summary>
    public static IEnumerable<(Instant At, ScheduleExit Exit)> Changes(ScheduleSnapshot schedule, Instant at, int most = MostChanges)
    {
        for (var told = 0; told < most && ScheduleClock.NextChange(schedule, at) is { } next; told++)
        {
            yield return (next, ScheduleClock.Evaluate(schedule, next));
            at = next;
        }
    }

    /// <summary>The same moment on the schedule's own clocks; null where this machine does not know its zone.</summary>
    public static Instant? Local(ScheduleSnapshot schedule, Instant at) =>
        LocalTime.FindZone(schedule.TimeZone) is { } zone ? TimeZoneInfo.ConvertTime(at, zone) : null;
}
