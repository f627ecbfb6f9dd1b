using System.Data.Common;
using Dapper;
using Npgsql;
using Rappel.Core.Callbacks;
using Rappel.Core.Calls;
using Rappel.Engine.Journal;
using Rappel.Storage.Queries;

namespace Rappel.Storage.Postgres;

/// <summary>What reports ask: counts by interval, and the rows that medians and lists are made of.</summary>
public sealed partial class PostgresStore
{
    /// <inheritdoc/>
    public IReadOnlyList<RollupSum> Sum(TenantId tenant, RollupQuery query)
    {
        // One walk through the whole time, each row put to its interval by a binary search: a join with the intervals would try each with all.
        string[] by = ["width_bucket(r.slot, @Froms) - 1", .. query.By.Select(k => "r." + k)];
        var where = query.Where.Select((w, n) => $" AND r.{w.Key} = @w{n}");
        var order = string.Join(", ", Enumerable.Range(1, by.Length));
        var sql = $"""
            SELECT {string.Join(", ", by)}, {string.Join(", ", query.Table.Counters.Select(c => $"sum(r.{c})::bigint"))}
            FROM {query.Table.Name} r
            WHERE r.tenant_id = @Tenant AND r.slot >= @First AND r.slot < @Last{string.Concat(where)}
            GROUP BY {order} ORDER BY {order} LIMIT @Limit
            """;
        var values = new DynamicParameters(new
        {
            Tenant = tenant.Value,
            Froms = query.Intervals.Select(i => (long)i.From).ToArray(),
            First = query.Intervals.Count == 0 ? 0L : query.Intervals[0].From,
            Last = query.Intervals.Count == 0 ? 0L : query.Intervals[^1].To,
            Limit = (long)query.Limit,
        });
        for (var n = 0; n < query.Where.Count; n++)
        {
            values.Add($"w{n}", query.Where[n].Value);
        }

        return Read(connection => Rows(connection, sql, values, (ref PostgresCursor row) => Sum(ref row, query)));
    }

    /// <inheritdoc/>
    public IReadOnlyList<ConnectedCallback> ConnectedCallbacks(TenantId tenant, Instant from, Instant to, string? queue)
    {
        var sql = $"""
            SELECT queue, started_at, answered_at, expected_wait_error FROM interaction
            WHERE tenant_id = @Tenant AND kind = 'callback' AND answered_at IS NOT NULL AND started_at >= @From AND started_at < @To
            {(queue is null ? "" : "AND queue = @queue")}
            """;
        return Read(connection => Rows(
            connection, sql, new { Tenant = tenant.Value, From = from.UtcTicks, To = to.UtcTicks, queue }, (ref PostgresCursor row) =>
            {
                var (name, asked) = (row.TextOrNull() ?? "", row.Moment());
                return new ConnectedCallback(name, asked, row.Moment() - asked, row.IntOrNull());
            }));
    }

    /// <inheritdoc/>
    public IReadOnlyList<InteractionRow> FindInteractions(TenantId tenant, InteractionFilter filter)
    {
        var where = new List<string> { "tenant_id = @Tenant" };
        void Add(bool wanted, string condition) => where.AddRange(wanted ? [condition] : []);
        Add(filter.From is not null, "started_at >= @From");
        Add(filter.To is not null, "started_at < @To");
        Add(filter.Queue is not null, "queue = @Queue");
        Add(filter.Agent is not null, "agent = @Agent");
        Add(filter.Channel is not null, "channel = @Channel");
        Add(filter.Kind is not null, "kind = @Kind");
        Add(filter.Outcome is "", "ended_at IS NULL");
        Add(filter.Outcome is { Length: > 0 }, "(outcome = @Outcome OR starts_with(outcome, @Outcome || ':'))");
        Add(filter.Number is not null, "caller IS NOT NULL AND right(caller, length(@Number)) = @Number");
        Add(filter.Before is not null,
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

    private delegate T ReadRow<out T>(ref PostgresCursor row);

    private static List<T> Rows<T>(NpgsqlConnection connection, string sql, object values, ReadRow<T> read)
    {
        using var reader = (DbDataReader)connection.ExecuteReader(sql, values);
        var unwrapped = (NpgsqlDataReader)((IWrappedDataReader)reader).Reader;
        var texts = new SharedTexts(SharedTexts.OfManyRows);
        var rows = new List<T>();
        while (unwrapped.Read())
        {
            var row = new PostgresCursor(unwrapped, texts);
            rows.Add(read(ref row));
        }

        return rows;
    }

    private static RollupSum Sum(ref PostgresCursor row, RollupQuery query)
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
