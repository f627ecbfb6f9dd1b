using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;

namespace Rappel.Server.Web.Reports;

/// <summary>What reports are asked with, as it stands in the address.</summary>
public sealed record ReportQuery
{
    [FromQuery(Name = "from"), Description("From this moment on, or from the beginning of this date in the zone. Default: today.")]
    public string? From { get; init; }

    [FromQuery(Name = "to"), Description("Before this moment, or before the beginning of this date. Default: now.")]
    public string? To { get; init; }

    [FromQuery(Name = "interval"), Description("`none`, `15m`, `hour`, `day`, `week` or `month`, on the clocks of the zone. Default: none.")]
    public string? Interval { get; init; }

    [FromQuery(Name = "queue"), Description("Key of a queue.")]
    public string? Queue { get; init; }

    [FromQuery(Name = "agent"), Description("Key of an agent.")]
    public string? Agent { get; init; }

    [FromQuery(Name = "channel"), Description("Key of a channel.")]
    public string? Channel { get; init; }

    [FromQuery(Name = "zone"), Description("IANA time zone. Default: that of most schedules.")]
    public string? Zone { get; init; }
}
