using Rappel.Core.Acd;
using Rappel.Core.Config;
using Rappel.Engine;

namespace Rappel.Server.Alerts;

/// <summary>The figures that alerts watch, from the live view.</summary>
public static class AlertGauge
{
    private const string Inbound = "inbound";
    private const string Outbound = "outbound";

    /// <returns>Null where nothing is known: that is no reason to raise an alert, nor to end one.</returns>
    public static double? Read(AlertSnapshot alert, LiveView live) => alert.Measure switch
    {
        AlertMeasure.Waiting => Queues(alert, live, alert.Queue is null ? Inbound : null).Sum(q => q.Waiting),
        AlertMeasure.LongestWait => Oldest(Queues(alert, live, Inbound).Where(q => q.Waiting > 0), live.At),
        AlertMeasure.AgentsAvailable => alert.Queue is null
            ? live.Agents.Count(a => a is { Status: AgentStatus.Available, Registered: true })
            : Queues(alert, live, null).Sum(q => q.AgentsAvailable),
        AlertMeasure.CallbacksPending => Queues(alert, live, Outbound).Sum(q => q.Waiting + q.Delayed),
        AlertMeasure.CallbacksOldest => Oldest(Queues(alert, live, Outbound), live.At),
        _ => null,
    };

    private static IEnumerable<LiveQueue> Queues(AlertSnapshot alert, LiveView live, string? kind) =>
        live.Queues.Where(q => (kind is null || q.Kind == kind) && (alert.Queue is null || q.Queue == alert.Queue));

    private static double Oldest(IEnumerable<LiveQueue> queues, Instant now) =>
        queues.Select(q => q.OldestPlace is { } place ? Math.Max(0, (now - place).TotalSeconds) : 0).DefaultIfEmpty(0).Max();
}
