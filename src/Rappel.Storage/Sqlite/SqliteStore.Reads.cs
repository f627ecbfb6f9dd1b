using System.Collections.Immutable;
using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using Rappel.Core.Callbacks;
using Rappel.Core.Calls;
using Rappel.Engine.Journal;

namespace Rappel.Storage.Sqlite;

public sealed partial class SqliteStore
{
    /// <summary>Most rows one page gives, whatever was asked for.</summary>
    public const int MaximumPage = 1000;

    /// <inheritdoc/>
    public CallbackRequest? GetCallback(TenantId tenant, CallbackId id) => Read(connection => All<CallbackTable, CallbackRequest>(
        connection, "tenant_id = @Tenant AND id = @Id", new { Tenant = tenant.Value, Id = id.Value }).FirstOrDefault());

    /// <inheritdoc/>
    public int CountAhead(TenantId tenant, string queue, Instant place) => Read(connection => connection.ExecuteScalar<int>(
        "SELECT count(*) FROM callback INDEXED BY callback_open WHERE tenant_id = @Tenant AND is_final = 0 AND queue = @queue " +
        "AND status IN ('waiting', 'offering') AND place < @Place", new { Tenant = tenant.Value, queue, Place = place.UtcTicks }));

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
            connection, "tenant_id = @Tenant AND interaction_id IN @Ids", new { Tenant = tenant.Value, Ids = interactions.Select(i => i.Value) })
            .ToDictionary(a => a.Interaction));

    /// <inheritdoc/>
    public string? GetSetting(string name) => Read(connection =>
        connection.ExecuteScalar<string?>("SELECT value FROM setting WHERE name = @name", new { name }));

    private static ImmutableArray<TRow> All<TTable, TRow>(
        SqliteConnection connection, string where, object parameters, string? index = null)
        where TTable : ITable<TRow>
    {
        using var reader = (DbDataReader)connection.ExecuteReader(
            $"SELECT {string.Join(", ", TTable.Columns)} FROM {TTable.Name}{(index is null ? "" : $" INDEXED BY {index}")} WHERE {where}", parameters);
        var rows = ImmutableArray.CreateBuilder<TRow>();
        var texts = new SharedTexts(index is null ? SharedTexts.OfAPage : SharedTexts.OfManyRows);
        var unwrapped = Unwrapped(reader);
        while (unwrapped.Read())
        {
            var row = new SqliteCursor(unwrapped, texts);
            rows.Add(TTable.Read(ref row));
        }

        return rows.DrainToImmutable();
    }

    private static SqliteDataReader Unwrapped(DbDataReader reader) => (SqliteDataReader)((IWrappedDataReader)reader).Reader;

    private static long Last(SqliteConnection connection, string column, string table, TenantId tenant) => connection.ExecuteScalar<long?>(
        $"SELECT max({column}) FROM {table} WHERE tenant_id = @Tenant", new { Tenant = tenant.Value }) ?? 0;

    private static int Page(int limit) => Math.Clamp(limit, 1, MaximumPage);
}
