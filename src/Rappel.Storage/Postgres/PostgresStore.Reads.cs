using System.Collections.Immutable;
using Dapper;
using Rappel.Core.Callbacks;
using Rappel.Core.Calls;
using Rappel.Engine.Journal;

namespace Rappel.Storage.Postgres;

public sealed partial class PostgresStore
{
    /// <inheritdoc/>
    public CallbackRequest? GetCallback(TenantId tenant, CallbackId id) => Read(connection => All<CallbackTable, CallbackRequest>(
        connection, "tenant_id = @Tenant AND id = @Id", new { Tenant = tenant.Value, Id = id.Value }).FirstOrDefault());

    /// <inheritdoc/>
    public int CountAhead(TenantId tenant, string queue, Instant place) => Read(connection => connection.ExecuteScalar<int>(
        "SELECT count(*) FROM callback WHERE tenant_id = @Tenant AND NOT is_final AND queue = @queue AND status IN ('waiting', 'offering') AND place < @Place",
        new { Tenant = tenant.Value, queue, Place = place.UtcTicks }));

    /// <inheritdoc/>
    public IReadOnlyList<CallbackAttempt> AttemptsOf(TenantId tenant, CallbackId id) => Read(connection =>
        All<AttemptTable, StoreRow.OfAttempt>(
            connection, "tenant_id = @Tenant AND callback_id = @Id ORDER BY serial", new { Tenant = tenant.Value, Id = id.Value })
            .Select(r => r.Attempt).ToList());

    /// <inheritdoc/>
    public IReadOnlyList<JournalRow> JournalOf(TenantId tenant, string subject) => Read(connection => All<JournalTable, JournalRow>(
        connection, "tenant_id = @Tenant AND subject = @subject ORDER BY at, serial", new { Tenant = tenant.Value, subject }));

    /// <inheritdoc/>
    public IReadOnlyList<InteractionRow> FindInteractions(TenantId tenant, int limit, long? beforeId) => Read(connection =>
        All<InteractionTable, InteractionRow>(
            connection, $"tenant_id = @Tenant {(beforeId is null ? "" : "AND id < @beforeId ")}ORDER BY id DESC LIMIT @Limit",
            new { Tenant = tenant.Value, beforeId, Limit = Page(limit) }));

    /// <inheritdoc/>
    public InteractionRow? GetInteraction(TenantId tenant, InteractionId id) => Read(connection => All<InteractionTable, InteractionRow>(
        connection, "tenant_id = @Tenant AND id = @Id", new { Tenant = tenant.Value, Id = id.Value }).FirstOrDefault());

    /// <inheritdoc/>
    public IReadOnlyList<InteractionRow> ChildrenOf(TenantId tenant, InteractionId parent) => Read(connection =>
        All<InteractionTable, InteractionRow>(
            connection, "tenant_id = @Tenant AND parent_id = @Parent ORDER BY id", new { Tenant = tenant.Value, Parent = parent.Value }));

    /// <inheritdoc/>
    public IReadOnlyList<OfferRow> OffersOf(TenantId tenant, InteractionId interaction) => Read(connection => All<OfferTable, OfferRow>(
        connection, "tenant_id = @Tenant AND interaction_id = @Id ORDER BY id", new { Tenant = tenant.Value, Id = interaction.Value }));

    /// <inheritdoc/>
    public IReadOnlyDictionary<InteractionId, AfterCallRow> AfterCallsOf(TenantId tenant, IReadOnlyCollection<InteractionId> interactions) =>
        interactions.Count == 0 ? ImmutableDictionary<InteractionId, AfterCallRow>.Empty : Read(connection => All<AfterCallTable, AfterCallRow>(
            connection, "tenant_id = @Tenant AND interaction_id = ANY(@Ids)", new { Tenant = tenant.Value, Ids = interactions.Select(i => i.Value).ToArray() })
            .ToDictionary(a => a.Interaction));
}
