using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Rappel.Storage.Sqlite;

/// <summary>One statement that reads the row of a key, prepared once and run for key after key on the connection that writes.</summary>
internal sealed class PreparedFind<TTable, TRow> : IDisposable where TTable : ITable<TRow> where TRow : class
{
    private readonly SqliteConnection _connection;
    private readonly sqlite3_stmt _statement;
    private readonly SharedTexts _texts = new(SharedTexts.OfAPage);

    public PreparedFind(SqliteConnection connection)
    {
        _connection = connection;
        var sql = $"SELECT {string.Join(", ", TTable.Columns)} FROM {TTable.Name} WHERE {string.Join(" AND ", TTable.Keys.Select(k => $"{k} = @{k}"))}";
        Must(raw.sqlite3_prepare_v3(connection.Handle!, sql, raw.SQLITE_PREPARE_PERSISTENT, out _statement));
    }

    /// <param name="tenant">The first part of every key.</param>
    /// <param name="rest">The others, in the order of the table's keys: texts and whole numbers.</param>
    public TRow? Find(string tenant, params ReadOnlySpan<object> rest)
    {
        Must(raw.sqlite3_bind_text(_statement, 1, tenant));
        for (var i = 0; i < rest.Length; i++)
        {
            Must(rest[i] is string text ? raw.sqlite3_bind_text(_statement, i + 2, text) : raw.sqlite3_bind_int64(_statement, i + 2, (long)rest[i]));
        }

        try
        {
            var found = raw.sqlite3_step(_statement);
            if (found == raw.SQLITE_ROW)
            {
                var row = new SqliteCursor(_statement, _texts);
                return TTable.Read(ref row);
            }

            if (found != raw.SQLITE_DONE)
            {
                Must(found);
            }

            return null;
        }
        finally
        {
            raw.sqlite3_reset(_statement);
        }
    }

    public void Dispose() => _statement.Dispose();

    private void Must(int result) => SqliteException.ThrowExceptionForRC(result, _connection.Handle);
}
