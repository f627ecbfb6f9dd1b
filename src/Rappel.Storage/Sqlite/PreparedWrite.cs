using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Rappel.Storage.Sqlite;

/// <summary>
/// One statement, prepared once and run for row after row. Straight on SQLite: a command of the provider looks every parameter up by its
/// name for every row, which costs more than the row.
/// </summary>
internal sealed class PreparedWrite : IDisposable
{
    /// <summary>Texts up to this many bytes are encoded without a copy on the heap.</summary>
    private const int ShortText = 512;

    private readonly SqliteConnection _connection;
    private readonly sqlite3_stmt _statement;

    public PreparedWrite(SqliteConnection connection, string sql)
    {
        _connection = connection;
        Must(raw.sqlite3_prepare_v3(connection.Handle!, sql, raw.SQLITE_PREPARE_PERSISTENT, out _statement));
    }

    /// <summary>Replaces the row with the same key where the table's guard lets it, else adds one.</summary>
    public static PreparedWrite Upsert<TTable, TRow>(SqliteConnection connection) where TTable : ITable<TRow>
    {
        var columns = TTable.Columns;
        var sql = $"INSERT INTO {TTable.Name} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select(c => "@" + c))})";
        if (TTable.Keys.Count > 0)
        {
            var changes = columns.Except(TTable.Keys).Select(c => $"{c} = excluded.{c}");
            sql += $" ON CONFLICT ({string.Join(", ", TTable.Keys)}) DO UPDATE SET {string.Join(", ", changes)}";
            sql += TTable.Guard is { } guard ? $" WHERE {guard}" : "";
        }

        return new PreparedWrite(connection, sql);
    }

    public static PreparedWrite Delete<TTable, TRow>(SqliteConnection connection) where TTable : ITable<TRow> => new(
        connection, $"DELETE FROM {TTable.Name} WHERE {string.Join(" AND ", TTable.Keys.Select(k => $"{k} = @{k}"))}");

    /// <summary>Values in the order of the parameters: texts, whole numbers, truths and nothing.</summary>
    public void Run(params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            Must(Bind(i + 1, values[i]));
        }

        var done = raw.sqlite3_step(_statement);
        if (done != raw.SQLITE_DONE)
        {
            // Read before the reset, which makes the statement whole again and says the same.
            try
            {
                Must(done);
            }
            finally
            {
                raw.sqlite3_reset(_statement);
            }
        }

        Must(raw.sqlite3_reset(_statement));
    }

    public void Dispose() => _statement.Dispose();

    private int Bind(int at, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(_statement, at),
        string text => Bind(at, text),
        long number => raw.sqlite3_bind_int64(_statement, at, number),
        int number => raw.sqlite3_bind_int64(_statement, at, number),
        bool truth => raw.sqlite3_bind_int64(_statement, at, truth ? 1 : 0),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value.GetType().Name, "No column holds this."),
    };

    private int Bind(int at, string text)
    {
        if (text.Length == 0)
        {
            // A span of nothing has no address, which SQLite takes for null.
            return raw.sqlite3_bind_text(_statement, at, text);
        }

        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        Span<byte> utf8 = most <= ShortText ? stackalloc byte[most] : new byte[most];
        return raw.sqlite3_bind_text(_statement, at, utf8[..Encoding.UTF8.GetBytes(text, utf8)]);
    }

    private void Must(int result) => SqliteException.ThrowExceptionForRC(result, _connection.Handle);
}
