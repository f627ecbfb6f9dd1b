using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging;
using Rappel.Core.Calls;
using Rappel.Core.Config;
using Rappel.Server.Hosting;
using Rappel.Server.Net.Web;
using Rappel.Server.Telemetry;
using Rappel.Storage.Webhooks;

namespace Rappel.Server.Webhooks;

/// <summary>
/// The deliveries of one webhook: several at once, but of one subject one after the other, which the store sees to. A delivery that fails
/// is tried again, later each time. A webhook that fails altogether is probed with one delivery at a time, and what has piled up follows as
/// soon as a probe gets through. Turns come from one thread.
/// </summary>
internal sealed class WebhookLine(
    TenantId tenant, string key, IWebhookStore store, IWebhookPost post, TimeProvider time, Func<double> chance, Alarms alarms, ILogger logger, Action changed)
{
    private readonly ConcurrentQueue<Ended> arrived = new();
    private readonly HashSet<long> underWay = [];
    private int failures;
    private Instant probeAt;

    /// <summary>Writes what came of tries, and begins those that are due.</summary>
    /// <returns>When there is something to do again, but for what comes back meanwhile; null for never.</returns>
    public Instant? Turn(WebhookSnapshot webhook, CancellationToken stopping)
    {
        Write();
        var now = time.GetUtcNow();
        if (!webhook.Enabled)
        {
            return null;
        }

        if (failures >= WebhookLimits.Failing && now < probeAt)
        {
            return probeAt;
        }

        var places = (failures >= WebhookLimits.Failing ? 1 : WebhookLimits.AtOnce) - underWay.Count;
        if (places > 0)
        {
            foreach (var due in store.DueDeliveries(tenant, key, now, places + underWay.Count).Where(d => !underWay.Contains(d.Id)).Take(places))
            {
                underWay.Add(due.Id);
                _ = SendAsync(webhook, due, now, stopping);
            }
        }

        return store.NextDelivery(tenant, key, now);
    }

    private async Task SendAsync(WebhookSnapshot webhook, DeliveryRow delivery, Instant now, CancellationToken stopping)
    {
        var reply = await post.SendAsync(webhook, delivery, now, stopping);
        // Nothing came of what we broke off ourselves: the next start sends it again.
        if (!stopping.IsCancellationRequested)
        {
            arrived.Enqueue(new Ended(delivery, reply));
            changed();
        }
    }

    private void Write()
    {
        var ended = arrived.ToArray();
        if (ended.Length == 0)
        {
            return;
        }

        var now = time.GetUtcNow();
        var wasFailing = failures >= WebhookLimits.Failing;
        var streak = failures;
        var tries = new List<DeliveryTry>(ended.Length);
        foreach (var (delivery, reply) in ended)
        {
            streak = IsTaken(reply) ? 0 : streak + 1;
            tries.Add(Try(delivery, reply, now));
        }

        // Where the store fails they stay in line and are written the next time.
        store.EndTries(tries);
        for (var i = 0; i < ended.Length; i++)
        {
            arrived.TryDequeue(out _);
            underWay.Remove(ended[i].Delivery.Id);
        }

        failures = streak;
        Tell(wasFailing, ended, tries, now);
    }

    private void Tell(bool wasFailing, Ended[] ended, List<DeliveryTry> tries, Instant now)
    {
        foreach (var lost in tries.Where(t => t.State == DeliveryState.GivenUp))
        {
            alarms.Raise(LogKinds.WebhookGivenUp.Name!);
            logger.LogError(LogKinds.WebhookGivenUp, "webhook {Webhook}: delivery {Delivery} is given up after {Days} days: {Why}", key, lost.Id,
                WebhookLimits.TriedFor.TotalDays, lost.Trouble);
        }

        if (failures >= WebhookLimits.Failing)
        {
            probeAt = now + WebhookPause.After(failures - WebhookLimits.Failing + 1, WebhookLimits.LongestProbe, chance());
            if (!wasFailing)
            {
                logger.LogWarning(LogKinds.WebhookFailing, "webhook {Webhook} fails and is only probed until it answers: {Why}", key, Trouble(ended[^1].Reply));
            }
        }
        else if (wasFailing)
        {
            store.HastenDeliveries(tenant, key, now);
            logger.LogInformation(LogKinds.WebhookRecovered, "webhook {Webhook} answers again", key);
        }
    }

    private DeliveryTry Try(DeliveryRow delivery, WebReply reply, Instant now)
    {
        var status = reply.Status == 0 ? (int?)null : reply.Status;
        if (IsTaken(reply))
        {
            return new DeliveryTry(tenant, delivery.Id, now, status, null, DeliveryState.Delivered, null);
        }

        return now >= delivery.Until
            ? new DeliveryTry(tenant, delivery.Id, now, status, Trouble(reply), DeliveryState.GivenUp, null)
            : new DeliveryTry(
                tenant, delivery.Id, now, status, Trouble(reply), DeliveryState.Waiting, now + WebhookPause.After(delivery.Tries + 1, WebhookLimits.LongestPause, chance()));
    }

    private static bool IsTaken(WebReply reply) => reply.Status is >= 200 and <= 299;

    private static string Trouble(WebReply reply)
    {
        var why = reply.Trouble ?? $"answered {reply.Status}";
        return why.Length > WebhookLimits.TroubleKept ? why[..WebhookLimits.TroubleKept] : why;
    }

    private readonly record struct Ended(DeliveryRow Delivery, WebReply Reply);
}
