using System.Data.Common;
using Dapper;
using Npgsql;
using Rappel.Core.Callbacks;
using Rappel.Engine.Journal;
using Rappel.Storage.Reports;

namespace Rappel.Storage.Postgres;

/// <summary>Feeds the back-fill of the counts, after the last step of the schema: rows are read as this program has them.</summary>
internal static class PostgresRollupBackfill
{
    /// <summary>Rows fetched at a time: nothing can be written while a whole table is being read.</summary>
    private const int Page = 20_000;

    public static void RunIfDue(NpgsqlConnection writer)
    {
        var key = new { Name = RollupBackfill.Setting };
        if (writer.ExecuteScalar<string?>("SELECT value FROM setting WHERE name = @Name", key) is null)
        {
            return;
        }

        using var transaction = writer.BeginTransaction();
        var backfill = new RollupBackfill(changes => PostgresRollups.Write(writer, changes));
        Each<InteractionTable, InteractionRow>(writer, backfill.Add);
        Each<QueueStayTable, QueueStayRow>(writer, backfill.Add);
        Each<OfferTable, OfferRow>(writer, backfill.Add);
        Each<AttemptTable, StoreRow.OfAttempt>(writer, backfill.Add);
        Each<CallbackTable, CallbackRequest>(writer, backfill.Add);
        Each<JournalTable, JournalRow>(writer, backfill.Add, "WHERE " + RollupBackfill.Statuses);
        backfill.Finish();
        writer.Execute("DELETE FROM setting WHERE name = @Name", key, transaction);
        transaction.Commit();
    }

    private static void Each<TTable, TRow>(NpgsqlConnection writer, Action<TRow> count, string which = "") where TTable : ITable<TRow>
    {
        writer.Execute($"DECLARE rows NO SCROLL CURSOR FOR SELECT {string.Join(", ", TTable.Columns)} FROM {TTable.Name} {which}");
        for (var read = Page; read == Page;)
        {
            var page = Fetch<TTable, TRow>(writer);
            page.ForEach(count);
            read = page.Count;
        }

        writer.Execute("CLOSE rows");
    }

    private static List<TRow> Fetch<TTable, TRow>(NpgsqlConnection writer) where TTable : ITable<TRow>
    {
        using var reader = (DbDataReader)writer.ExecuteReader($"FETCH {Page} FROM rows");
        var unwrapped = (NpgsqlDataReader)((IWrappedDataReader)reader).Reader;
        var texts = new SharedTexts(SharedTexts.OfManyRows);
        var rows = new List<TRow>();
        while (unwrapped.Read())
        {
            var row = new PostgresCursor(unwrapped, texts);
            rows.Add(TTable.Read(ref row));
        }

        return rows;
    }
}
