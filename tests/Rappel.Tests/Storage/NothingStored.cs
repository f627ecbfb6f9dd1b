using Rappel.Core.Callbacks;
using Rappel.Core.Calls;
using Rappel.Engine.Journal;
using Rappel.Storage.Reports;

namespace Rappel.Tests.Storage;

/// <summary>A store without rows: everything written to it is new.</summary>
internal sealed class NothingStored : IStoredRows
{
    public static readonly NothingStored Instance = new();

    public InteractionRow? Interaction(TenantId tenant, InteractionId id) => null;

    public QueueStayRow? Stay(QueueStayRow key) => null;

    public OfferRow? Offer(TenantId tenant, OfferId id) => null;

    public StoreRow.OfAttempt? Attempt(TenantId tenant, CallbackId callback, int serial) => null;

    public CallbackRequest? Callback(TenantId tenant, CallbackId id) => null;

    public AgentRow? Agent(TenantId tenant, string agent) => null;
}
