using Npgsql;
using NpgsqlTypes;
using Rappel.Storage.Reports;

namespace Rappel.Storage.Postgres;

/// <summary>Adds to the tables of counts.</summary>
internal static class PostgresRollups
{
    private const int RowsInABatch = 500;

    private static readonly Dictionary<RollupTable, string> Adding = RollupTable.All.ToDictionary(table => table, Sql);

    /// <summary>Adds what was changed, and empties it. Inside a transaction only.</summary>
    public static void Write(NpgsqlConnection connection, RollupChanges changes)
    {
        foreach (var part in changes.All.Chunk(RowsInABatch))
        {
            using var batch = new NpgsqlBatch(connection);
            foreach (var (key, counters) in part)
            {
                batch.BatchCommands.Add(Command(key, counters));
            }

            batch.ExecuteNonQuery();
        }

        changes.Clear();
    }

    private static NpgsqlBatchCommand Command(RollupKey key, long[] counters)
    {
        var command = new NpgsqlBatchCommand(Adding[key.Table]);
        Text(command, key.Tenant);
        Number(command, key.Slot);
        for (var i = 0; i < key.Table.Keys.Count; i++)
        {
            Text(command, key[i]);
        }

        foreach (var counter in counters)
        {
            Number(command, counter);
        }

        return command;
    }

    private static void Text(NpgsqlBatchCommand command, string text) =>
        command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Text, Value = PostgresText.Keepable(text) });

    private static void Number(NpgsqlBatchCommand command, long number) =>
        command.Parameters.Add(new NpgsqlParameter<long> { NpgsqlDbType = NpgsqlDbType.Bigint, TypedValue = number });

    private static string Sql(RollupTable table)
    {
        string[] keys = ["tenant_id", "slot", .. table.Keys];
        string[] columns = [.. keys, .. table.Counters];
        return $"INSERT INTO {table.Name} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select((_, i) => $"${i + 1}"))}) " +
            $"ON CONFLICT ({string.Join(", ", keys)}) DO UPDATE SET {string.Join(", ", table.Counters.Select(c => $"{c} = {table.Name}.{c} + excluded.{c}"))}";
    }
}
