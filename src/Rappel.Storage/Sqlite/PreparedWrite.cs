using Microsoft.Data.Sqlite;

namespace Rappel.Storage.Sqlite;

/// <summary>One statement, prepared once and run for row after row.</summary>
internal sealed class PreparedWrite : IDisposable
{
    private readonly SqliteCommand _command;

    private PreparedWrite(SqliteConnection connection, string sql, IReadOnlyList<string> parameters)
    {
        _command = connection.CreateCommand();
#pragma warning disable CA2100 // The text is made of this program's own table and column names.
        _command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var name in parameters)
        {
            _command.Parameters.Add(new SqliteParameter("@" + name, null));
        }

        _command.Prepare();
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

        return new PreparedWrite(connection, sql, columns);
    }

    public static PreparedWrite Delete<TTable, TRow>(SqliteConnection connection) where TTable : ITable<TRow> => new(
        connection, $"DELETE FROM {TTable.Name} WHERE {string.Join(" AND ", TTable.Keys.Select(k => $"{k} = @{k}"))}", TTable.Keys);

    /// <summary>Values in the order of the parameters.</summary>
    public void Run(params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            _command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        _command.ExecuteNonQuery();
    }

    public void Dispose() => _command.Dispose();
}
