using Rappel.Core.Config;
using Rappel.Core.Schedules;

namespace Rappel.Server.Web.Reports;

/// <summary>The clocks that days and hours of reports are told by.</summary>
internal static class ReportZone
{
    /// <summary>The zone most schedules keep, the first by name where several are as common; UTC where there is no schedule.</summary>
    public static TimeZoneInfo Of(ConfigurationSnapshot configuration) => configuration.Schedules.Values
        .GroupBy(s => s.TimeZone, StringComparer.Ordinal)
        .OrderByDescending(zone => zone.Count()).ThenBy(zone => zone.Key, StringComparer.Ordinal)
        .Select(zone => LocalTime.FindZone(zone.Key))
        .FirstOrDefault(zone => zone is not null) ?? TimeZoneInfo.Utc;
}
