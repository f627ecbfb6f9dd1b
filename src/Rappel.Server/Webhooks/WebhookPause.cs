namespace Rappel.Server.Webhooks;

/// <summary>How long to wait after a failure.</summary>
public static class WebhookPause
{
    /// <param name="failures">1 after the first.</param>
    /// <param name="chance">From 0 up to 1, drawn anew for each.</param>
    public static TimeSpan After(int failures, TimeSpan longest, double chance)
    {
        var doublings = Math.Min(failures - 1, 20);
        var pause = Math.Min(WebhookLimits.FirstPause.Ticks << doublings, longest.Ticks);
        return TimeSpan.FromTicks((long)(pause * (1 + WebhookLimits.Jitter * (2 * chance - 1))));
    }
}
