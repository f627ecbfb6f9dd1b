using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using Rappel.Core.Callbacks;
using Rappel.Core.Calls;
using Rappel.Engine.Journal;
using Rappel.Storage.Queries;

namespace Rappel.Storage.Sqlite;

/// <summary>What reports ask: counts by interval, and the rows that medians and lists are made of.</summary>
public sealed partial class SqliteStore
{
    /// <inheritdoc/>
    public IReadOnlyList<RollupSum> Sum(TenantId tenant, RollupQuery query)
    {
        string[] by = ["i.key", .. query.By.Select(k => "r." + k)];
        var where = query.Where.Select((w, n) => $" AND r.{w.Key} = @w{n}");

        // CROSS JOIN keeps the intervals outside: each is one walk along the primary key.
        var sql = $"""
            SELECT {string.Join(", ", by)}, {string.Join(", ", query.Table.Counters.Select(c => $"sum(r.{c})"))}
            FROM json_each(@Intervals) i CROSS JOIN {query.Table.Name} r
            WHERE r.tenant_id = @Tenant AND r.slot >= i.value ->> 0 AND r.slot < i.value ->> 1{string.Concat(where)}
            GROUP BY {string.Join(", ", by)} ORDER BY {string.Join(", ", by)} LIMIT @Limit
            """;
        var values = new DynamicParameters(new
        {
            Tenant = tenant.Value,
            Intervals = JsonSerializer.Serialize(query.Intervals.Select(i => new[] { i.From, i.To })),
            query.Limit,
        });
        for (var n = 0; n < query.Where.Count; n++)
        {
            values.Add($"w{n}", query.Where[n].Value);
        }

        return Read(connection =>
        {
            using var reader = Unwrapped((System.Data.Common.DbDataReader)connection.ExecuteReader(sql, values));
            var texts = new SharedTexts(SharedTexts.OfManyRows);
            var sums = new List<RollupSum>();
            while (reader.Read())
            {
                var row = new SqliteCursor(reader, texts);
                sums.Add(Sum(ref row, query));
            }

            return sums;
        });
    }

    /// <inheritdoc/>
    public IReadOnlyList<ConnectedCallback> ConnectedCallbacks(TenantId tenant, Instant from, Instant to, string? queue) => Read(connection =>
    {
        var sql = $"""
            SELECT queue, started_at, answered_at, expected_wait_error FROM interaction INDEXED BY interaction_callback_connected
            WHERE tenant_id = @Tenant AND kind = 'callback' AND answered_at IS NOT NULL AND started_at >= @From AND started_at < @To
            {(queue is null ? "" : "AND queue = @queue")}
            """;
        using var reader = Unwrapped((System.Data.Common.DbDataReader)connection.ExecuteReader(
            sql, new { Tenant = tenant.Value, From = from.UtcTicks, To = to.UtcTicks, queue }));
        var texts = new SharedTexts(SharedTexts.OfManyRows);
        var found = new List<ConnectedCallback>();
        while (reader.Read())
        {
            var row = new SqliteCursor(reader, texts);
            var (name, asked) = (row.TextOrNull() ?? "", row.Moment());
            found.Add(new ConnectedCallback(name, asked, row.Moment() - asked, row.IntOrNull()));
        }

        return found;
    });

    /// <inheritdoc/>
    public IReadOnlyList<InteractionRow> FindInteractions(TenantId tenant, InteractionFilter filter)
    {
        var where = new List<string> { "tenant_id = @Tenant" };
        Add(where, filter.From is not null, "started_at >= @From");
        Add(where, filter.To is not null, "started_at < @To");
        Add(where, filter.Queue is not null, "queue = @Queue");
        Add(where, filter.Agent is not null, "agent = @Agent");
        Add(where, filter.Channel is not null, "channel = @Channel");
        Add(where, filter.Kind is not null, "kind = @Kind");
        Add(where, filter.Outcome is "", "ended_at IS NULL");
        Add(where, filter.Outcome is { Length: > 0 }, "(outcome = @Outcome OR (outcome >= @Outcome || ':' AND outcome < @Outcome || ';'))");
        Add(where, filter.Number is not null, "caller IS NOT NULL AND substr(caller, -length(@Number)) = @Number");
        Add(where, filter.Before is not null,
            "(started_at, id) < (SELECT b.started_at, b.id FROM interaction b WHERE b.tenant_id = @Tenant AND b.id = @Before)");
        return Read(connection => All<InteractionTable, InteractionRow>(
            connection, string.Join(" AND ", where) + " ORDER BY started_at DESC, id DESC LIMIT @Limit",
            new
            {
                Tenant = tenant.Value,
                From = filter.From?.UtcTicks,
                To = filter.To?.UtcTicks,
                filter.Queue,
                filter.Agent,
                filter.Channel,
                Kind = filter.Kind is { } kind ? Words.Of(kind) : null,
                filter.Outcome,
                filter.Number,
                filter.Before,
                Limit = Page(filter.Limit),
            }));
    }

    /// <inheritdoc/>
    public IReadOnlyList<QueueStayRow> StaysOf(TenantId tenant, InteractionId interaction) => Read(connection =>
        All<QueueStayTable, QueueStayRow>(
            connection, "tenant_id = @Tenant AND interaction_id = @Id ORDER BY entered_at", new { Tenant = tenant.Value, Id = interaction.Value }));

    /// <inheritdoc/>
    public CallbackRequest? CallbackOf(TenantId tenant, InteractionId interaction) => Read(connection => All<CallbackTable, CallbackRequest>(
        connection, "tenant_id = @Tenant AND interaction_id = @Id LIMIT 1", new { Tenant = tenant.Value, Id = interaction.Value }).FirstOrDefault());

    /// <inheritdoc/>
    public IReadOnlyList<AgentRow> AgentStatuses(TenantId tenant) => Read(connection =>
        All<AgentTable, AgentRow>(connection, "tenant_id = @Tenant ORDER BY agent", new { Tenant = tenant.Value }));

    private static RollupSum Sum(ref SqliteCursor row, RollupQuery query)
    {
        var interval = row.Int();
        var keys = new string[query.By.Count];
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = row.Text();
        }

        var counters = new long[query.Table.Counters.Count];
        for (var i = 0; i < counters.Length; i++)
        {
            counters[i] = row.Long();
        }

        return new RollupSum(interval, keys, counters);
    }
}
