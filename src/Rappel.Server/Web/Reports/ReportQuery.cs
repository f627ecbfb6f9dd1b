using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;

namespace Rappel.Server.Web.Reports;

/// <summary>What reports are asked with, as it stands in the address.</summary>
public sealed record ReportQuery(
    [property: FromQuery(Name = "from"), Description("From this moment on, or from the beginning of this date in the zone. Default: today.")] string? From,
    [property: FromQuery(Name = "to"), Description("Before this moment, or before the beginning of this date. Default: now.")] string? To,
    [property: FromQuery(Name = "interval"), Description("`none`, `15m`, `hour`, `day`, `week` or `month`, on the clocks of the zone. Default: none.")] string? Interval,
    [property: FromQuery(Name = "queue"), Description("Key of a queue.")] string? Queue,
    [property: FromQuery(Name = "agent"), Description("Key of an agent.")] string? Agent,
    [property: FromQuery(Name = "channel"), Description("Key of a channel.")] string? Channel,
    [property: FromQuery(Name = "zone"), Description("IANA time zone. Default: that of most schedules.")] string? Zone);
