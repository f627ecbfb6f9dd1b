using Microsoft.Extensions.Logging;

namespace Rappel.Server.Hosting;

/// <summary>Stable words for what the shell logs, for searching and counting.</summary>
public static class LogKinds
{
    public static readonly EventId SlowTurn = new(1, "slow-turn");
    public static readonly EventId EngineFault = new(2, "engine-fault");
    public static readonly EventId StoreFailed = new(3, "store-failed");
    public static readonly EventId StoreRecovered = new(4, "store-recovered");
    public static readonly EventId ClockStepped = new(5, "clock-stepped");
    public static readonly EventId Sip = new(6, "sip");
    public static readonly EventId Configuration = new(7, "configuration");
    public static readonly EventId BatchSetAside = new(9, "batch-set-aside");
    public static readonly EventId Admission = new(10, "admission");
    public static readonly EventId AlertRaised = new(12, "alert-raised");
    public static readonly EventId AlertEnded = new(13, "alert-ended");
    public static readonly EventId WebhookFailing = new(20, "webhook-failing");
    public static readonly EventId WebhookRecovered = new(21, "webhook-recovered");
    public static readonly EventId WebhookGivenUp = new(22, "webhook-given-up");
    public static readonly EventId EventsFailed = new(11, "events-failed");
    public static readonly EventId Lifecycle = new(8, "server");
}
