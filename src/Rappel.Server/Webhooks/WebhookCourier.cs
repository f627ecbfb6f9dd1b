using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging;
using Rappel.Core.Calls;
using Rappel.Core.Config;
using Rappel.Server.Hosting;
using Rappel.Server.Telemetry;
using Rappel.Storage;
using Rappel.Storage.Webhooks;

namespace Rappel.Server.Webhooks;

/// <summary>
/// Brings events to webhooks, from what is on disk: what a process had begun when it ended is sent again by the next, with the same id.
/// </summary>
public sealed class WebhookCourier(
    TenantId tenant, Func<ConfigurationSnapshot> configuration, IWebhookStore store, IWebhookPost post, TimeProvider time, Func<double> chance, Alarms alarms,
    ILogger logger) : IDisposable
{
    private readonly Dictionary<string, WebhookLine> lines = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim changed = new(0, 1);
    private readonly CancellationTokenSource stopping = new();
    private Instant prunedAt;
    private Task running = Task.CompletedTask;

    public void Start() => running = Task.Run(RunAsync);

    /// <summary>There is something new to do. Any thread.</summary>
    public void Wake()
    {
        try
        {
            changed.Release();
        }
        catch (Exception e) when (e is SemaphoreFullException or ObjectDisposedException)
        {
            // It is awake, or over.
        }
    }

    /// <summary>Does what is to be done now.</summary>
    /// <returns>When there is more to do, if nobody wakes it before; null for never.</returns>
    public Instant? Turn()
    {
        var snapshot = configuration();
        Forget(snapshot);
        Prune();
        Instant? next = null;
        foreach (var webhook in snapshot.Webhooks.Values)
        {
            if (!lines.TryGetValue(webhook.Key, out var line))
            {
                line = lines[webhook.Key] = new WebhookLine(tenant, webhook.Key, store, post, time, chance, alarms, logger, Wake);
            }

            next = Earlier(next, line.Turn(webhook, stopping.Token));
        }

        return next;
    }

    /// <summary>What is under way is broken off, and sent again by the next start.</summary>
    public async Task StopAsync()
    {
        await stopping.CancelAsync();
        await running;
    }

    public void Dispose()
    {
        stopping.Cancel();
        running.Wait(HostLimits.FlushTime);
        stopping.Dispose();
        changed.Dispose();
    }

    private async Task RunAsync()
    {
        try
        {
            while (!stopping.IsCancellationRequested)
            {
                var next = TurnOrLater();
                var wait = next is { } at ? at - time.GetUtcNow() : WebhookLimits.PruneEvery;
                wait = wait < WebhookLimits.Gathering ? WebhookLimits.Gathering : wait < WebhookLimits.PruneEvery ? wait : WebhookLimits.PruneEvery;
                if (await changed.WaitAsync(wait, stopping.Token))
                {
                    await Task.Delay(WebhookLimits.Gathering, time, stopping.Token);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The end.
        }
    }

    private Instant? TurnOrLater()
    {
        try
        {
            return Turn();
        }
        catch (StoreException failure)
        {
            // The commit loop tells of the disk; here there is only time to be let pass.
            logger.LogDebug(LogKinds.StoreFailed, "webhooks wait for the store: {Why}", failure.Message);
            return time.GetUtcNow() + WebhookLimits.StorePause;
        }
    }

    /// <summary>What waits for a webhook that is no longer configured has nowhere to go.</summary>
    private void Forget(ConfigurationSnapshot snapshot)
    {
        var known = lines.Keys.ToList();
        if (prunedAt == default)
        {
            known.AddRange(store.Backlogs(tenant).Where(b => b.Waiting > 0).Select(b => b.Webhook));
        }

        foreach (var key in known.Where(k => !snapshot.Webhooks.ContainsKey(k)))
        {
            store.GiveUpDeliveries(tenant, key, time.GetUtcNow(), "the webhook was removed");
            lines.Remove(key);
        }
    }

    private void Prune()
    {
        var now = time.GetUtcNow();
        if (now - prunedAt < WebhookLimits.PruneEvery)
        {
            return;
        }

        prunedAt = now;
        while (store.PruneDeliveries(tenant, now - WebhookLimits.KeptFor, WebhookLimits.PrunedAtOnce))
        {
            // More of them.
        }
    }

    private static Instant? Earlier(Instant? one, Instant? other) => one is null ? other : other is null || one < other ? one : other;
}
