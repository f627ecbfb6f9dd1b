using Rappel.Core.Calls;

namespace Rappel.Storage.Webhooks;

/// <summary>Events on their way to webhooks. Any member may be called from any thread; all throw <see cref="StoreException"/>.</summary>
public interface IWebhookStore
{
    /// <summary>Writes events that no batch of the engine carries.</summary>
    void AddDeliveries(IReadOnlyList<DeliveryRow> rows);

    /// <summary>Those whose time has come, the longest due first. Never two of one subject.</summary>
    IReadOnlyList<DeliveryRow> DueDeliveries(TenantId tenant, string webhook, Instant now, int limit);

    /// <summary>When the next after the moment is due; null for none.</summary>
    Instant? NextDelivery(TenantId tenant, string webhook, Instant after);

    /// <summary>Writes what came of tries. Where one has ended the next of its subject is due.</summary>
    void EndTries(IReadOnlyList<DeliveryTry> tries);

    /// <summary>Makes everything due that waits to be tried again.</summary>
    void HastenDeliveries(TenantId tenant, string webhook, Instant now);

    /// <summary>Ends all that waits for a webhook.</summary>
    /// <param name="trouble">Why.</param>
    void GiveUpDeliveries(TenantId tenant, string webhook, Instant now, string trouble);

    /// <summary>Tries one again, whatever became of it, until the moment. False where there is none of this webhook.</summary>
    bool RetryDelivery(TenantId tenant, string webhook, long id, Instant now, Instant until);

    /// <summary>Of webhooks that have deliveries.</summary>
    IReadOnlyList<WebhookBacklog> Backlogs(TenantId tenant);

    /// <summary>Newest first.</summary>
    IReadOnlyList<DeliveryRow> FindDeliveries(TenantId tenant, string webhook, DeliveryState? state, int limit, long? beforeId);

    DeliveryRow? GetDelivery(TenantId tenant, string webhook, long id);

    /// <summary>The one that was tried last; null for none.</summary>
    DeliveryRow? LastTried(TenantId tenant, string webhook);

    /// <summary>Removes deliveries that ended before the moment, at most so many. True where there may be more.</summary>
    bool PruneDeliveries(TenantId tenant, Instant endedBefore, int most);
}
