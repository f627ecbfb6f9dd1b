using Npgsql;
using NpgsqlTypes;

namespace Rappel.Storage.Postgres;

/// <summary>One statement that is run for row after row; the server prepares it by itself after the second time.</summary>
internal sealed class RowStatement
{
    private readonly string _sql;
    private readonly NpgsqlDbType[] _types;

    private RowStatement(string sql, NpgsqlDbType[] types)
    {
        _sql = sql;
        _types = types;
    }

    /// <summary>Replaces the row with the same key where the table's guard lets it, else adds one.</summary>
    public static RowStatement Upsert<TTable, TRow>(ColumnTypes types) where TTable : ITable<TRow>
    {
        // A table that numbers its rows itself is never told a number.
        string[] columns = [.. TTable.Columns.Where(c => !(TTable.Keys.Count == 0 && c == "id"))];
        var sql = $"INSERT INTO {TTable.Name} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select((_, i) => $"${i + 1}"))})";
        if (TTable.Keys.Count > 0)
        {
            var changes = columns.Except(TTable.Keys).Select(c => $"{c} = excluded.{c}");
            sql += $" ON CONFLICT ({string.Join(", ", TTable.Keys)}) DO UPDATE SET {string.Join(", ", changes)}";
            sql += TTable.Guard is { } guard ? $" WHERE {guard}" : "";
        }

        return new(sql, [.. columns.Select(c => types.Of(TTable.Name, c))]);
    }

    public static RowStatement Delete<TTable, TRow>(ColumnTypes types) where TTable : ITable<TRow> => new(
        $"DELETE FROM {TTable.Name} WHERE {string.Join(" AND ", TTable.Keys.Select((k, i) => $"{k} = ${i + 1}"))}",
        [.. TTable.Keys.Select(k => types.Of(TTable.Name, k))]);

    public static RowStatement OfDelivery(ColumnTypes types) => new(
        DeliverySql.Add(i => $"${i}"),
        [.. new[] { "tenant_id", "webhook", "subject", "serial", "event", "event_id", "at", "until_at", "body" }.Select(c => types.Of(DeliveryTable.Name, c))]);

    /// <param name="values">In the order of the columns; the last ones, where a table has a number of its own before them.</param>
    public NpgsqlBatchCommand For(ReadOnlySpan<object?> values)
    {
        var command = new NpgsqlBatchCommand(_sql);
        var own = values[(values.Length - _types.Length)..];
        for (var i = 0; i < _types.Length; i++)
        {
            command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = _types[i], Value = Kept(own[i]) });
        }

        return command;
    }

    private static object Kept(object? value) => value switch
    {
        null => DBNull.Value,
        string text => PostgresText.Keepable(text),
        int number => (long)number,
        _ => value,
    };
}
