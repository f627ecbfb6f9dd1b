using Rappel.Core.Callbacks;
using Rappel.Core.Calls;
using Rappel.Engine.Journal;

namespace Rappel.Storage.Postgres;

public sealed partial class PostgresStore
{
    private const string Held = "handling IS NOT NULL AND handling::json ->> 'heldBecause' IS NOT NULL";

    /// <inheritdoc/>
    public IReadOnlyList<CallbackRequest> FindCallbacks(TenantId tenant, CallbackFilter filter)
    {
        var where = new List<string> { "tenant_id = @Tenant" };
        Add(where, filter.BeforeId is not null, "id < @BeforeId");
        Add(where, filter.Status is not null, "status = @Status");
        Add(where, filter.Open, "NOT is_final");
        Add(where, filter.Queue is not null, "queue = @Queue");
        Add(where, !string.IsNullOrEmpty(filter.Number), "strpos(number, @Number) > 0");

        // The rules of Unicode, and not those of the language the database was made with: É is found by é everywhere.
        Add(where, !string.IsNullOrEmpty(filter.Name), "strpos(lower(customer_name COLLATE \"und-x-icu\"), lower(@Name COLLATE \"und-x-icu\")) > 0");
        Add(where, filter.Agent is not null, "(agent = @Agent OR handling::json ->> 'assignedAgent' = @Agent)");
        Add(where, filter.Held is true, $"NOT is_final AND {Held}");
        Add(where, filter.Held is false, $"(is_final OR NOT ({Held}))");
        return Read(connection => All<CallbackTable, CallbackRequest>(connection, string.Join(" AND ", where) + " ORDER BY id DESC LIMIT @Limit", new
        {
            Tenant = tenant.Value,
            filter.BeforeId,
            Status = filter.Status is { } status ? Words.Of(status) : null,
            filter.Queue,
            filter.Number,
            filter.Name,
            filter.Agent,
            Limit = Page(filter.Limit),
        }));
    }

    /// <inheritdoc/>
    public CallbackRequest? GetCallback(TenantId tenant, CallbackId id) => Read(connection => All<CallbackTable, CallbackRequest>(
        connection, "tenant_id = @Tenant AND id = @Id", new { Tenant = tenant.Value, Id = id.Value }).FirstOrDefault());

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

    private static void Add(List<string> where, bool wanted, string condition)
    {
        if (wanted)
        {
            where.Add(condition);
        }
    }
}
