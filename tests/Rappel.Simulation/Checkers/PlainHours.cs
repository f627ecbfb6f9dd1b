using Rappel.Core.Config;

namespace Rappel.Simulation.Checkers;

/// <summary>An outbound queue's hours, worked out a second time from the plain weekly table, so that a fault in the product's clock shows.</summary>
internal static class PlainHours
{
    public static bool AreOpen(ConfigurationSnapshot configuration, string queue, Instant now)
    {
        if (configuration.OutboundQueues[queue].Schedule is not { } key)
        {
            return true;
        }

        var schedule = configuration.Schedules[key];
        var local = TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById(schedule.TimeZone));
        var time = TimeOnly.FromTimeSpan(local.TimeOfDay);
        return schedule.Weekly.Any(i => i.Treatment == 0 && i.Day == local.DayOfWeek && time >= i.From && (time < i.To || i.To == TimeOnly.MinValue));
    }
}
