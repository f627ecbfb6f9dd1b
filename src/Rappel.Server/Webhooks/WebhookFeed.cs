using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Rappel.Core.Calls;
using Rappel.Core.Config;
using Rappel.Engine.Journal;
using Rappel.Server.Web;
using Rappel.Storage.Webhooks;

namespace Rappel.Server.Webhooks;

/// <summary>
/// Puts what webhooks are to be told among the rows of what happened: both are on disk, or neither is, so that no crash comes between them.
/// </summary>
/// <param name="configuration">The one in force.</param>
public sealed class WebhookFeed(TenantId tenant, Func<ConfigurationSnapshot> configuration, LinkSigner links, IWebhookStore store)
{
    /// <summary>Something was written that a webhook is to be told; any thread.</summary>
    public event Action? Written;

    /// <summary>The batches, with the rows of the deliveries that follow from them. The same list where there are none.</summary>
    public List<Batch> With(List<Batch> batches)
    {
        var snapshot = configuration();
        if (!snapshot.Webhooks.IsEmpty)
        {
            for (var i = 0; i < batches.Count; i++)
            {
                batches[i] = With(batches[i], snapshot);
            }
        }

        return batches;
    }

    /// <summary>Call once they are on disk.</summary>
    public void Tell(IReadOnlyList<Batch> batches)
    {
        if (batches.Any(b => b.Rows.Any(r => r is DeliveryAdded)))
        {
            Written?.Invoke();
        }
    }

    /// <summary>Tells of something that is in no batch of the engine, such as an alert. On disk when this returns.</summary>
    /// <param name="word">One of <see cref="WebhookEvents"/>.</param>
    /// <param name="subject">What it happened to; events of one subject go in the order in which they were raised.</param>
    public void Raise(string word, string subject, Instant at, JsonNode data)
    {
        var rows = Deliveries(configuration(), new Happening(word, subject, at.UtcTicks, at, _ => data)).ToList();
        if (rows.Count > 0)
        {
            store.AddDeliveries(rows);
            Written?.Invoke();
        }
    }

    private Batch With(Batch batch, ConfigurationSnapshot snapshot)
    {
        if (batch.IsEmpty)
        {
            return batch;
        }

        var added = HappenedInBatch.Of(batch).SelectMany(h => Deliveries(snapshot, h)).Select(d => (StoreRow)new DeliveryAdded(d)).ToImmutableArray();
        return added.IsEmpty ? batch : batch with { Rows = batch.Rows.AddRange(added) };
    }

    private IEnumerable<DeliveryRow> Deliveries(ConfigurationSnapshot snapshot, Happening happening)
    {
        DeliveryRow? first = null;
        foreach (var webhook in snapshot.Webhooks.Values.Where(w => w.Enabled && w.Events.Contains(happening.Event)).OrderBy(w => w.Key, StringComparer.Ordinal))
        {
            first ??= Delivery(snapshot, happening);
            yield return first with { Webhook = webhook.Key };
        }
    }

    private DeliveryRow Delivery(ConfigurationSnapshot snapshot, Happening happening)
    {
        var id = Guid.NewGuid().ToString("N");
        var body = new JsonObject
        {
            ["id"] = id,
            ["event"] = happening.Event,
            ["at"] = happening.At.UtcDateTime,
            ["tenant"] = snapshot.Name,
            ["subject"] = happening.Subject,
            ["serial"] = happening.Serial,
            ["data"] = happening.Data(links),
        };
        return new DeliveryRow(
            tenant, 0, "", happening.Subject, happening.Serial, happening.Event, id, happening.At, happening.At + WebhookLimits.TriedFor, body.ToJsonString());
    }
}
