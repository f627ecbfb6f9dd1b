using System.Collections.Concurrent;
using Rappel.Core.Config;

namespace Rappel.Simulation.Checkers;

/// <summary>An outbound queue's hours, worked out a second time from the plain weekly table, so that a fault in the product's clock shows.</summary>
internal static class PlainHours
{
    private static readonly ConcurrentDictionary<string, TimeZoneInfo> Zones = new(StringComparer.Ordinal);

    public enum Reading
    {
        Open,
        Closed,

        /// <summary>The hour that the clocks show twice: hours that begin or end in it may be read either way.</summary>
        Either,
    }

    /// <param name="customerZone">Null where the dial plan does not know it.</param>
    public static Reading At(ConfigurationSnapshot configuration, string queue, string? customerZone, Instant now)
    {
        if (!configuration.OutboundQueues.TryGetValue(queue, out var outbound) || outbound.Schedule is not { } key)
        {
            return Reading.Open;
        }

        var schedule = configuration.Schedules[key];
        var zone = Zones.GetOrAdd(customerZone ?? schedule.TimeZone, TimeZoneInfo.FindSystemTimeZoneById);
        var local = TimeZoneInfo.ConvertTime(now, zone);
        if (zone.IsAmbiguousTime(local.DateTime))
        {
            return Reading.Either;
        }

        var time = TimeOnly.FromTimeSpan(local.TimeOfDay);
        return schedule.Weekly.Any(i => i.Treatment == 0 && i.Day == local.DayOfWeek && time >= i.From && (time < i.To || i.To == TimeOnly.MinValue))
            ? Reading.Open
            : Reading.Closed;
    }
}
