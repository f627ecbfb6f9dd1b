using Microsoft.Data.Sqlite;
using Rappel.Core.Callbacks;
using Rappel.Core.Calls;
using Rappel.Engine.Journal;
using Rappel.Storage.Reports;

namespace Rappel.Storage.Sqlite;

/// <summary>Keeps the counts in step with the rows: looks up what a row replaces, and writes what the whole transaction changed once, at its end.</summary>
internal sealed class SqliteRollups : IStoredRows, IDisposable
{
    private readonly PreparedFind<InteractionTable, InteractionRow> _interaction;
    private readonly PreparedFind<QueueStayTable, QueueStayRow> _stay;
    private readonly PreparedFind<OfferTable, OfferRow> _offer;
    private readonly PreparedFind<AttemptTable, StoreRow.OfAttempt> _attempt;
    private readonly PreparedFind<CallbackTable, CallbackRequest> _callback;
    private readonly PreparedFind<AgentTable, AgentRow> _agent;
    private readonly Dictionary<RollupTable, PreparedWrite> _add;
    private readonly RollupChanges _changes = new();

    /// <param name="connection">The one that writes, of the newest schema.</param>
    public SqliteRollups(SqliteConnection connection)
    {
        _interaction = new(connection);
        _stay = new(connection);
        _offer = new(connection);
        _attempt = new(connection);
        _callback = new(connection);
        _agent = new(connection);
        _add = RollupTable.All.ToDictionary(table => table, table => Adding(connection, table));
    }

    /// <summary>Before the row is written.</summary>
    public void Count(StoreRow row) => RollupCounting.Count(_changes, row, this);

    /// <summary>Before the transaction is committed.</summary>
    public void Write() => Write(_changes);

    /// <summary>Adds to the counts, and empties what was added.</summary>
    public void Write(RollupChanges changes)
    {
        foreach (var (key, counters) in changes.All)
        {
            var values = new object?[2 + key.Table.Keys.Count + counters.Length];
            (values[0], values[1]) = (key.Tenant, key.Slot);
            for (var i = 0; i < key.Table.Keys.Count; i++)
            {
                values[2 + i] = key[i];
            }

            for (var i = 0; i < counters.Length; i++)
            {
                values[2 + key.Table.Keys.Count + i] = counters[i];
            }

            _add[key.Table].Run(values);
        }

        changes.Clear();
    }

    /// <summary>Of a transaction that came to nothing.</summary>
    public void Forget() => _changes.Clear();

    InteractionRow? IStoredRows.Interaction(TenantId tenant, InteractionId id) => _interaction.Find(tenant.Value, id.Value);

    QueueStayRow? IStoredRows.Stay(QueueStayRow key) => _stay.Find(key.Tenant.Value, key.Interaction.Value, key.EnteredAt.UtcTicks);

    OfferRow? IStoredRows.Offer(TenantId tenant, OfferId id) => _offer.Find(tenant.Value, id.Value);

    StoreRow.OfAttempt? IStoredRows.Attempt(TenantId tenant, CallbackId callback, int serial) =>
        _attempt.Find(tenant.Value, callback.Value, (long)serial);

    CallbackRequest? IStoredRows.Callback(TenantId tenant, CallbackId id) => _callback.Find(tenant.Value, id.Value);

    AgentRow? IStoredRows.Agent(TenantId tenant, string agent) => _agent.Find(tenant.Value, agent);

    public void Dispose()
    {
        foreach (var part in (IDisposable[])[_interaction, _stay, _offer, _attempt, _callback, _agent, .. _add.Values])
        {
            part.Dispose();
        }
    }

    private static PreparedWrite Adding(SqliteConnection connection, RollupTable table)
    {
        string[] keys = ["tenant_id", "slot", .. table.Keys];
        string[] columns = [.. keys, .. table.Counters];
        return new PreparedWrite(
            connection,
            $"INSERT INTO {table.Name} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select(c => "@" + c))}) " +
            $"ON CONFLICT ({string.Join(", ", keys)}) DO UPDATE SET {string.Join(", ", table.Counters.Select(c => $"{c} = {c} + excluded.{c}"))}");
    }
}
