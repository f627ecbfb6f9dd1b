using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using Rappel.Core.Callbacks;
using Rappel.Engine.Journal;
using Rappel.Storage.Reports;

namespace Rappel.Storage.Sqlite;

/// <summary>Feeds the back-fill of the counts, after the last step of the schema: rows are read as this program has them.</summary>
internal static class SqliteRollupBackfill
{
    public static void RunIfDue(SqliteConnection writer)
    {
        var key = new { Name = RollupBackfill.Setting };
        if (writer.ExecuteScalar<string?>("SELECT value FROM setting WHERE name = @Name", key) is null)
        {
            return;
        }

        using var transaction = writer.BeginTransaction();
        using (var rollups = new SqliteRollups(writer))
        {
            var backfill = new RollupBackfill(rollups.Write);
            Each<InteractionTable, InteractionRow>(writer, backfill.Add);
            Each<QueueStayTable, QueueStayRow>(writer, backfill.Add);
            Each<OfferTable, OfferRow>(writer, backfill.Add);
            Each<AttemptTable, StoreRow.OfAttempt>(writer, backfill.Add);
            Each<CallbackTable, CallbackRequest>(writer, backfill.Add);
            Each<JournalTable, JournalRow>(writer, backfill.Add, "WHERE " + RollupBackfill.Statuses);
            backfill.Finish();
        }

        writer.Execute("DELETE FROM setting WHERE name = @Name", key, transaction);
        transaction.Commit();
    }

    private static void Each<TTable, TRow>(SqliteConnection from, Action<TRow> count, string which = "") where TTable : ITable<TRow>
    {
        using var reader = (DbDataReader)from.ExecuteReader($"SELECT {string.Join(", ", TTable.Columns)} FROM {TTable.Name} {which}");
        var unwrapped = (SqliteDataReader)((IWrappedDataReader)reader).Reader;
        var texts = new SharedTexts(SharedTexts.OfManyRows);
        while (unwrapped.Read())
        {
            var row = new SqliteCursor(unwrapped, texts);
            count(TTable.Read(ref row));
        }
    }
}
