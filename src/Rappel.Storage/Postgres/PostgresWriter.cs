using Dapper;
using Npgsql;
using Rappel.Core.Callbacks;
using Rappel.Engine.Journal;
using Rappel.Storage.Reports;
using Rappel.Storage.Webhooks;

namespace Rappel.Storage.Postgres;

/// <summary>
/// The one connection that writes. It holds the database against a second process for as long as it is open: two engines on one database
/// would ring each customer twice. Where it breaks it is opened again, and writes nothing before it holds the database again.
/// Not for two threads at once.
/// </summary>
internal sealed class PostgresWriter : IDisposable
{
    /// <summary>Rows sent to the server at a time.</summary>
    private const int RowsInABatch = 500;

    /// <summary>Namespace of the lock among those of other programs in the same database: "RPPL".</summary>
    private const int LockSpace = 0x5250504C;

    private readonly NpgsqlDataSource _source;
    private readonly ColumnTypes _types;
    private readonly RowStatement _callback;
    private readonly RowStatement _attempt;
    private readonly RowStatement _offer;
    private readonly RowStatement _interaction;
    private readonly RowStatement _agent;
    private readonly RowStatement _binding;
    private readonly RowStatement _bindingRemoved;
    private readonly RowStatement _voicemail;
    private readonly RowStatement _journal;
    private readonly RowStatement _afterCall;
    private readonly RowStatement _recording;
    private readonly RowStatement _stay;
    private readonly RowStatement _delivery;
    private readonly RowStatement _membership;
    private readonly RowStatement _membershipRemoved;
    private NpgsqlConnection _connection;

    private PostgresWriter(NpgsqlDataSource source, NpgsqlConnection connection)
    {
        _source = source;
        _connection = connection;
        _types = ColumnTypes.Read(connection);
        _callback = RowStatement.Upsert<CallbackTable, CallbackRequest>(_types);
        _attempt = RowStatement.Upsert<AttemptTable, StoreRow.OfAttempt>(_types);
        _offer = RowStatement.Upsert<OfferTable, OfferRow>(_types);
        _interaction = RowStatement.Upsert<InteractionTable, InteractionRow>(_types);
        _agent = RowStatement.Upsert<AgentTable, AgentRow>(_types);
        _binding = RowStatement.Upsert<BindingTable, BindingRow>(_types);
        _bindingRemoved = RowStatement.Delete<BindingTable, BindingRow>(_types);
        _voicemail = RowStatement.Upsert<VoicemailTable, VoicemailRow>(_types);
        _journal = RowStatement.Upsert<JournalTable, JournalRow>(_types);
        _recording = RowStatement.Upsert<RecordingTable, RecordingRow>(_types);
        _membership = RowStatement.Upsert<MembershipTable, MembershipRow>(_types);
        _membershipRemoved = RowStatement.Delete<MembershipTable, MembershipRow>(_types);
        _afterCall = RowStatement.Upsert<AfterCallTable, AfterCallRow>(_types);
        _stay = RowStatement.Upsert<QueueStayTable, QueueStayRow>(_types);
        _delivery = RowStatement.OfDelivery(_types);
    }

    public static PostgresWriter Open(NpgsqlDataSource source, TimeProvider clock)
    {
        var connection = Claim(source);
        try
        {
            PostgresSchema.Upgrade(connection, Migration.BuiltIn("Postgres"), clock);
            PostgresRollupBackfill.RunIfDue(connection);
            return new PostgresWriter(source, connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Runs the work in one transaction, on disk when this returns; where it throws nothing of it is written.</summary>
    public void InTransaction(Action<NpgsqlConnection> work)
    {
        if (_connection.FullState != System.Data.ConnectionState.Open)
        {
            _connection.Dispose();
            _connection = Claim(_source);
        }

        using var transaction = _connection.BeginTransaction();
        work(_connection);
        transaction.Commit();
    }

    /// <summary>Rows, and what they change of the counts. Inside a transaction only: in the order they come, many to a round trip.</summary>
    public void Write(IEnumerable<StoreRow> rows)
    {
        var changes = new RollupChanges();
        foreach (var part in rows.Chunk(RowsInABatch))
        {
            var before = PostgresStoredRows.Read(_connection, part);
            foreach (var row in part)
            {
                RollupCounting.Count(changes, row, before);
                before.Written(row);
            }

            Send(part.Where(row => row is not StoreRow.OfScriptSteps).Select(Statement));
        }

        PostgresRollups.Write(_connection, changes);
    }

    /// <summary>Inside a transaction only.</summary>
    public void Put<TTable, TRow>(IEnumerable<TRow> rows) where TTable : ITable<TRow>
    {
        var statement = RowStatement.Upsert<TTable, TRow>(_types);
        foreach (var part in rows.Chunk(RowsInABatch))
        {
            Send(part.Select(row => statement.For(TTable.Values(row))));
        }
    }

    public void Dispose() => _connection.Dispose();

    private void Send(IEnumerable<NpgsqlBatchCommand> commands)
    {
        using var batch = new NpgsqlBatch(_connection);
        foreach (var command in commands)
        {
            batch.BatchCommands.Add(command);
        }

        if (batch.BatchCommands.Count > 0)
        {
            batch.ExecuteNonQuery();
        }
    }

    private NpgsqlBatchCommand Statement(StoreRow row) => row switch
    {
        StoreRow.OfCallback r => _callback.For(CallbackTable.Values(r.Callback)),
        StoreRow.OfAttempt r => _attempt.For(AttemptTable.Values(r)),
        StoreRow.OfOffer r => _offer.For(OfferTable.Values(r.Offer)),
        StoreRow.OfInteraction r => _interaction.For(InteractionTable.Values(r.Interaction)),
        StoreRow.OfAgent r => _agent.For(AgentTable.Values(r.Agent)),
        StoreRow.OfBinding { Binding: { Removed: true } b } => _bindingRemoved.For([b.Tenant.Value, b.User, b.Contact]),
        StoreRow.OfBinding r => _binding.For(BindingTable.Values(r.Binding)),
        StoreRow.OfVoicemail r => _voicemail.For(VoicemailTable.Values(r.Voicemail)),
        StoreRow.OfJournal r => _journal.For(JournalTable.Values(r.Entry)),
        StoreRow.OfRecording r => _recording.For(RecordingTable.Values(r.Recording)),
        StoreRow.OfMembership { Membership: { Removed: true } m } => _membershipRemoved.For([m.Tenant.Value, Words.Of(m.Kind), m.Queue, m.Agent]),
        StoreRow.OfMembership r => _membership.For(MembershipTable.Values(r.Membership)),
        StoreRow.OfAfterCall r => _afterCall.For(AfterCallTable.Values(r.AfterCall)),
        StoreRow.OfQueueStay r => _stay.For(QueueStayTable.Values(r.Stay)),
        DeliveryAdded r => _delivery.For(DeliveryTable.Values(r.Delivery)),
        _ => throw new ArgumentOutOfRangeException(nameof(row), row.GetType().Name, "No table for this kind of row."),
    };

    private static NpgsqlConnection Claim(NpgsqlDataSource source)
    {
        var connection = source.OpenConnection();
        try
        {
            return connection.ExecuteScalar<bool>($"SELECT pg_try_advisory_lock({LockSpace}, hashtext(current_schema()))")
                ? connection
                : throw new StoreException("The database is in use by another process of this program. Stop it first, or name another database.");
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
