using Dapper;
using Npgsql;
using NpgsqlTypes;

namespace Rappel.Storage.Postgres;

/// <summary>What the columns of the tables hold, as the database itself says: a parameter without a value has to be of the right kind too.</summary>
internal sealed class ColumnTypes
{
    private readonly Dictionary<(string Table, string Column), NpgsqlDbType> _types;

    private ColumnTypes(Dictionary<(string Table, string Column), NpgsqlDbType> types) => _types = types;

    public static ColumnTypes Read(NpgsqlConnection connection) => new(connection
        .Query<(string Table, string Column, string Type)>(
            "SELECT table_name, column_name, data_type FROM information_schema.columns WHERE table_schema = current_schema()")
        .ToDictionary(c => (c.Table, c.Column), c => c.Type switch
        {
            "text" => NpgsqlDbType.Text,
            "bigint" => NpgsqlDbType.Bigint,
            "boolean" => NpgsqlDbType.Boolean,
            "bytea" => NpgsqlDbType.Bytea,
            "double precision" => NpgsqlDbType.Double,
            _ => throw new StoreException($"Column {c.Table}.{c.Column} is of type {c.Type}, which no table of this program has."),
        }));

    public NpgsqlDbType Of(string table, string column) => _types.TryGetValue((table, column), out var type)
        ? type
        : throw new StoreException($"Table {table} has no column {column}.");
}
