using Dapper;
using Microsoft.Data.Sqlite;
using Rappel.Core.Callbacks;
using Rappel.Engine.Journal;
using Rappel.Storage.Webhooks;
using SQLitePCL;

namespace Rappel.Storage.Sqlite;

/// <summary>The one connection that writes, with its prepared statements. Not for two threads at once.</summary>
internal sealed class SqliteWriter : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly PreparedWrite _begin;
    private readonly PreparedWrite _commit;
    private readonly PreparedWrite _callback;
    private readonly PreparedWrite _attempt;
    private readonly PreparedWrite _offer;
    private readonly PreparedWrite _interaction;
    private readonly PreparedWrite _agent;
    private readonly PreparedWrite _binding;
    private readonly PreparedWrite _bindingRemoved;
    private readonly PreparedWrite _voicemail;
    private readonly PreparedWrite _recording;
    private readonly PreparedWrite _afterCall;
    private readonly PreparedWrite _membership;
    private readonly PreparedWrite _membershipRemoved;
    private readonly PreparedWrite _journal;
    private readonly PreparedWrite _stay;
    private readonly SqliteRollups _rollups;
    private readonly PreparedWrite _delivery;

    /// <param name="connection">Open, and of the newest schema. The writer disposes of it.</param>
    public SqliteWriter(SqliteConnection connection)
    {
        _connection = connection;

        // IMMEDIATE takes the write lock at once: a transaction that has begun cannot fail for a lock halfway.
        _begin = new PreparedWrite(connection, "BEGIN IMMEDIATE");
        _commit = new PreparedWrite(connection, "COMMIT");
        _callback = PreparedWrite.Upsert<CallbackTable, CallbackRequest>(connection);
        _attempt = PreparedWrite.Upsert<AttemptTable, StoreRow.OfAttempt>(connection);
        _offer = PreparedWrite.Upsert<OfferTable, OfferRow>(connection);
        _interaction = PreparedWrite.Upsert<InteractionTable, InteractionRow>(connection);
        _agent = PreparedWrite.Upsert<AgentTable, AgentRow>(connection);
        _binding = PreparedWrite.Upsert<BindingTable, BindingRow>(connection);
        _bindingRemoved = PreparedWrite.Delete<BindingTable, BindingRow>(connection);
        _voicemail = PreparedWrite.Upsert<VoicemailTable, VoicemailRow>(connection);
        _recording = PreparedWrite.Upsert<RecordingTable, RecordingRow>(connection);
        _membership = PreparedWrite.Upsert<MembershipTable, MembershipRow>(connection);
        _membershipRemoved = PreparedWrite.Delete<MembershipTable, MembershipRow>(connection);
        _afterCall = PreparedWrite.Upsert<AfterCallTable, AfterCallRow>(connection);
        _journal = PreparedWrite.Upsert<JournalTable, JournalRow>(connection);
        _stay = PreparedWrite.Upsert<QueueStayTable, QueueStayRow>(connection);
        _rollups = new SqliteRollups(connection);
        _delivery = new PreparedWrite(connection, DeliverySql.Add(i => $"@p{i}"));
    }

    /// <summary>Runs the work in one transaction, on disk when this returns; where it throws nothing of it is written.</summary>
    public void InTransaction(Action<SqliteConnection> work)
    {
        _begin.Run();
        try
        {
            work(_connection);
            _commit.Run();
        }
        catch
        {
            // SQLite has rolled back by itself after some failures (a full disk), and refuses a second one.
            if (raw.sqlite3_get_autocommit(_connection.Handle) == 0)
            {
                _connection.Execute("ROLLBACK");
            }

            throw;
        }
    }

    /// <summary>Rows, and what they change of the counts. Inside a transaction only.</summary>
    public void Write(IEnumerable<StoreRow> rows)
    {
        _rollups.Forget();
        foreach (var row in rows)
        {
            _rollups.Count(row);
            Write(row);
        }

        _rollups.Write();
    }

    private void Write(StoreRow row)
    {
        switch (row)
        {
            case StoreRow.OfCallback r:
                _callback.Run(CallbackTable.Values(r.Callback));
                break;
            case StoreRow.OfAttempt r:
                _attempt.Run(AttemptTable.Values(r));
                break;
            case StoreRow.OfOffer r:
                _offer.Run(OfferTable.Values(r.Offer));
                break;
            case StoreRow.OfInteraction r:
                _interaction.Run(InteractionTable.Values(r.Interaction));
                break;
            case StoreRow.OfAgent r:
                _agent.Run(AgentTable.Values(r.Agent));
                break;
            case StoreRow.OfBinding { Binding: { Removed: true } b }:
                _bindingRemoved.Run(b.Tenant.Value, b.User, b.Contact);
                break;
            case StoreRow.OfBinding r:
                _binding.Run(BindingTable.Values(r.Binding));
                break;
            case StoreRow.OfVoicemail r:
                _voicemail.Run(VoicemailTable.Values(r.Voicemail));
                break;
            case StoreRow.OfRecording r:
                _recording.Run(RecordingTable.Values(r.Recording));
                break;
            case StoreRow.OfMembership { Membership: { Removed: true } m }:
                _membershipRemoved.Run(m.Tenant.Value, Words.Of(m.Kind), m.Queue, m.Agent);
                break;
            case StoreRow.OfMembership r:
                _membership.Run(MembershipTable.Values(r.Membership));
                break;
            case StoreRow.OfAfterCall r:
                _afterCall.Run(AfterCallTable.Values(r.AfterCall));
                break;
            case StoreRow.OfJournal r:
                _journal.Run(JournalTable.Values(r.Entry));
                break;
            case StoreRow.OfQueueStay r:
                _stay.Run(QueueStayTable.Values(r.Stay));
                break;
            case StoreRow.OfScriptSteps:
                // Only counted.
                break;
            case DeliveryAdded r:
                _delivery.Run(DeliveryTable.Values(r.Delivery));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(row), row.GetType().Name, "No table for this kind of row.");
        }
    }

    public void Dispose()
    {
        foreach (var write in (PreparedWrite[])
            [_begin, _commit, _callback, _attempt, _offer, _interaction, _agent, _binding, _bindingRemoved, _voicemail, _recording, _afterCall, _membership, _membershipRemoved, _journal, _stay, _delivery])
        {
            write.Dispose();
        }

        _rollups.Dispose();
        _connection.Dispose();
    }
}
