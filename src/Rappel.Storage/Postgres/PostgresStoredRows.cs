using Npgsql;
using Rappel.Core.Callbacks;
using Rappel.Core.Calls;
using Rappel.Engine.Journal;
using Rappel.Storage.Reports;

namespace Rappel.Storage.Postgres;

/// <summary>What rows about to be written replace: looked up together, a question a table, and kept up to date while they are counted.</summary>
internal sealed class PostgresStoredRows : IStoredRows
{
    private readonly Dictionary<(TenantId, InteractionId), InteractionRow> _interactions = [];
    private readonly Dictionary<(TenantId, InteractionId, Instant), QueueStayRow> _stays = [];
    private readonly Dictionary<(TenantId, OfferId), OfferRow> _offers = [];
    private readonly Dictionary<(TenantId, CallbackId, int), StoreRow.OfAttempt> _attempts = [];
    private readonly Dictionary<(TenantId, CallbackId), CallbackRequest> _callbacks = [];
    private readonly Dictionary<(TenantId, string), AgentRow> _agents = [];

    public static PostgresStoredRows Read(NpgsqlConnection connection, IReadOnlyList<StoreRow> rows)
    {
        var found = new PostgresStoredRows();
        foreach (var tenant in rows.OfType<StoreRow.OfInteraction>().GroupBy(r => r.Interaction.Tenant))
        {
            found.Keep(PostgresStore.All<InteractionTable, InteractionRow>(
                connection, "tenant_id = @Tenant AND id = ANY(@Ids)", Key(tenant.Key, tenant.Select(r => r.Interaction.Id.Value))), r => new StoreRow.OfInteraction(r));
        }

        foreach (var tenant in rows.OfType<StoreRow.OfQueueStay>().GroupBy(r => r.Stay.Tenant))
        {
            found.Keep(PostgresStore.All<QueueStayTable, QueueStayRow>(
                connection, "tenant_id = @Tenant AND interaction_id = ANY(@Ids)", Key(tenant.Key, tenant.Select(r => r.Stay.Interaction.Value))), r => new StoreRow.OfQueueStay(r));
        }

        foreach (var tenant in rows.OfType<StoreRow.OfOffer>().GroupBy(r => r.Offer.Tenant))
        {
            found.Keep(PostgresStore.All<OfferTable, OfferRow>(
                connection, "tenant_id = @Tenant AND id = ANY(@Ids)", Key(tenant.Key, tenant.Select(r => r.Offer.Id.Value))), r => new StoreRow.OfOffer(r));
        }

        foreach (var tenant in rows.OfType<StoreRow.OfAttempt>().GroupBy(r => r.Tenant))
        {
            found.Keep(PostgresStore.All<AttemptTable, StoreRow.OfAttempt>(
                connection, "tenant_id = @Tenant AND callback_id = ANY(@Ids)", Key(tenant.Key, tenant.Select(r => r.Attempt.Callback.Value))), r => r);
        }

        foreach (var tenant in rows.OfType<StoreRow.OfCallback>().GroupBy(r => r.Callback.Tenant))
        {
            found.Keep(PostgresStore.All<CallbackTable, CallbackRequest>(
                connection, "tenant_id = @Tenant AND id = ANY(@Ids)", Key(tenant.Key, tenant.Select(r => r.Callback.Id.Value))), r => new StoreRow.OfCallback(r));
        }

        foreach (var tenant in rows.OfType<StoreRow.OfAgent>().GroupBy(r => r.Agent.Tenant))
        {
            found.Keep(PostgresStore.All<AgentTable, AgentRow>(
                connection, "tenant_id = @Tenant AND agent = ANY(@Agents)",
                new { Tenant = tenant.Key.Value, Agents = tenant.Select(r => r.Agent.Agent).Distinct().ToArray() }), r => new StoreRow.OfAgent(r));
        }

        return found;
    }

    /// <summary>The row is what the next one replaces.</summary>
    public void Written(StoreRow row)
    {
        switch (row)
        {
            case StoreRow.OfInteraction { Interaction: var r }:
                _interactions[(r.Tenant, r.Id)] = r;
                break;
            case StoreRow.OfQueueStay { Stay: var r }:
                _stays[(r.Tenant, r.Interaction, r.EnteredAt)] = r;
                break;
            case StoreRow.OfOffer { Offer: var r }:
                _offers[(r.Tenant, r.Id)] = r;
                break;
            case StoreRow.OfAttempt r:
                _attempts[(r.Tenant, r.Attempt.Callback, r.Attempt.Serial)] = r;
                break;
            case StoreRow.OfCallback { Callback: var r } when !_callbacks.TryGetValue((r.Tenant, r.Id), out var kept) || r.Revision >= kept.Revision:
                _callbacks[(r.Tenant, r.Id)] = r;
                break;
            case StoreRow.OfAgent { Agent: var r }:
                _agents[(r.Tenant, r.Agent)] = r;
                break;
        }
    }

    public InteractionRow? Interaction(TenantId tenant, InteractionId id) => _interactions.GetValueOrDefault((tenant, id));

    public QueueStayRow? Stay(QueueStayRow key) => _stays.GetValueOrDefault((key.Tenant, key.Interaction, key.EnteredAt));

    public OfferRow? Offer(TenantId tenant, OfferId id) => _offers.GetValueOrDefault((tenant, id));

    public StoreRow.OfAttempt? Attempt(TenantId tenant, CallbackId callback, int serial) => _attempts.GetValueOrDefault((tenant, callback, serial));

    public CallbackRequest? Callback(TenantId tenant, CallbackId id) => _callbacks.GetValueOrDefault((tenant, id));

    public AgentRow? Agent(TenantId tenant, string agent) => _agents.GetValueOrDefault((tenant, agent));

    private void Keep<TRow>(IEnumerable<TRow> rows, Func<TRow, StoreRow> asWritten)
    {
        foreach (var row in rows)
        {
            Written(asWritten(row));
        }
    }

    private static object Key(TenantId tenant, IEnumerable<long> ids) => new { Tenant = tenant.Value, Ids = ids.Distinct().ToArray() };
}
