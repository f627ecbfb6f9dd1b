using Rappel.Core.Config;

namespace Rappel.Core.Schedules;

/// <summary>The times a customer can be offered to be called at: whole hours within the opening hours.</summary>
public static class CallingWindows
{
    public static readonly TimeSpan Length = TimeSpan.FromHours(1);

    /// <summary>The first begins no sooner: whoever wants to be called now need not choose.</summary>
    public static readonly TimeSpan Ahead = TimeSpan.FromMinutes(15);

    /// <summary>How far ahead is looked.</summary>
    public static readonly TimeSpan Horizon = TimeSpan.FromDays(7);

    public const int Most = 48;

    private static readonly TimeSpan Step = TimeSpan.FromMinutes(30);

    /// <summary>In order, none overlapping another.</summary>
    /// <param name="schedule">Null for always open.</param>
    /// <param name="timeZone">Of the customer; null for the schedule's own.</param>
    public static IEnumerable<(Instant From, Instant Until)> Next(ScheduleSnapshot? schedule, Instant now, string? timeZone)
    {
        var from = Rounded(now + Ahead);
        for (var told = 0; told < Most && from - now <= Horizon;)
        {
            if (schedule is null || StaysOpen(schedule, from, timeZone))
            {
                told++;
                yield return (from, from + Length);
                from += Length;
            }
            else if (ScheduleClock.IsOpen(schedule, from, timeZone))
            {
                from += Step;
            }
            else if (ScheduleClock.NextOpen(schedule, from, timeZone) is { } next)
            {
                from = Rounded(next);
            }
            else
            {
                yield break;
            }
        }
    }

    private static bool StaysOpen(ScheduleSnapshot schedule, Instant from, string? timeZone) =>
        ScheduleClock.ClosesIn(schedule, from, timeZone) is not { } left || left >= Length;

    private static Instant Rounded(Instant at) => new((at.UtcTicks + Step.Ticks - 1) / Step.Ticks * Step.Ticks, TimeSpan.Zero);
}
