using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using Rappel.Core.Acd;
using Rappel.Core.Callbacks;
using Rappel.Core.Calls;
using Rappel.Engine.Journal;
using Rappel.Storage.Reports;

namespace Rappel.Storage.Sqlite;

/// <summary>Counts what was in the database before anything was counted. By the program, after the last step of the schema, so that there is
/// one definition of what counts as what.</summary>
internal static class RollupBackfill
{
    /// <summary>Rows of counts held in memory before they are written.</summary>
    private const int Held = 50_000;

    public static void RunIfDue(SqliteConnection writer)
    {
        if (writer.ExecuteScalar<string?>("SELECT value FROM setting WHERE name = 'rollups'") != "due")
        {
            return;
        }

        using var transaction = writer.BeginTransaction();
        Run(writer);
        writer.Execute("DELETE FROM setting WHERE name = 'rollups'", transaction: transaction);
        transaction.Commit();
    }

    /// <summary>Into tables of counts that are empty.</summary>
    public static void Run(SqliteConnection connection)
    {
        using var rollups = new SqliteRollups(connection);
        var changes = new RollupChanges();
        Each<InteractionTable, InteractionRow>(connection, row => RollupCounting.Add(changes, row, +1));
        Each<QueueStayTable, QueueStayRow>(connection, row => QueueRollup.Add(changes, row, +1));
        Each<OfferTable, OfferRow>(connection, row => OfferRollup.Add(changes, row, +1));
        Each<AttemptTable, StoreRow.OfAttempt>(connection, row => CallbackRollup.Add(changes, row, +1));
        Each<CallbackTable, CallbackRequest>(connection, row => CallbackRollup.Add(changes, row, +1));
        AgentRow? before = null;
        Each<JournalTable, JournalRow>(
            connection,
            entry =>
            {
                if (!Words.TryParse<AgentStatus>(entry.Detail, out var status))
                {
                    return;
                }

                var now = new AgentRow(entry.Tenant, entry.Subject["agent-".Length..], status, entry.At, entry.At);
                AgentStatusRollup.Add(changes, (before?.Tenant, before?.Agent) == (now.Tenant, now.Agent) ? before : null, now);
                before = now;
            },
            "WHERE subject >= 'agent-' AND subject < 'agent.' AND event = 'status' ORDER BY tenant_id, subject, at, serial");
        rollups.Write(changes);

        void Each<TTable, TRow>(SqliteConnection from, Action<TRow> count, string which = "") where TTable : ITable<TRow>
        {
            using var reader = (DbDataReader)from.ExecuteReader($"SELECT {string.Join(", ", TTable.Columns)} FROM {TTable.Name} {which}");
            var unwrapped = (SqliteDataReader)((IWrappedDataReader)reader).Reader;
            var texts = new SharedTexts(SharedTexts.OfManyRows);
            while (unwrapped.Read())
            {
                var row = new RowCursor(unwrapped, texts);
                count(TTable.Read(ref row));
                if (changes.Count >= Held)
                {
                    rollups.Write(changes);
                }
            }
        }
    }
}
