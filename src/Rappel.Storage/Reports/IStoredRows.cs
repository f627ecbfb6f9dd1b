using Rappel.Core.Callbacks;
using Rappel.Core.Calls;
using Rappel.Engine.Journal;

namespace Rappel.Storage.Reports;

/// <summary>Rows as the transaction under way has them so far: what a new row replaces. Null where there is none.</summary>
public interface IStoredRows
{
    InteractionRow? Interaction(TenantId tenant, InteractionId id);

    QueueStayRow? Stay(QueueStayRow key);

    OfferRow? Offer(TenantId tenant, OfferId id);

    StoreRow.OfAttempt? Attempt(TenantId tenant, CallbackId callback, int serial);

    CallbackRequest? Callback(TenantId tenant, CallbackId id);

    AgentRow? Agent(TenantId tenant, string agent);
}
