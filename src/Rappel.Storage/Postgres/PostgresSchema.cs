using Dapper;
using Npgsql;

namespace Rappel.Storage.Postgres;

/// <summary>Brings a database to the schema of this program. Refuses one that it could only harm.</summary>
internal static class PostgresSchema
{
    private const string Ledger = """
        CREATE TABLE IF NOT EXISTS schema_migration (
            number bigint NOT NULL PRIMARY KEY, name text NOT NULL, checksum text NOT NULL, applied_at bigint NOT NULL)
        """;

    public static void Upgrade(NpgsqlConnection writer, IReadOnlyList<Migration> migrations, TimeProvider clock)
    {
        Refuse(IsForeign(writer), "The database holds tables of another program, not of Rappel. Name another database, or another schema (Search Path).");
        writer.Execute(Ledger);
        var applied = writer.Query<(long Number, string Name, string Checksum)>("SELECT number, name, checksum FROM schema_migration ORDER BY number")
            .ToDictionary(m => m.Number, m => (m.Name, m.Checksum));
        Refuse(
            applied.Keys.DefaultIfEmpty().Max() > migrations.Count,
            "The database was written by a newer program. Start the newer program, or restore a backup made before the upgrade.");
        foreach (var migration in migrations)
        {
            if (applied.TryGetValue(migration.Number, out var known))
            {
                Refuse(
                    known.Checksum != migration.Checksum,
                    $"Schema step {known.Name} was applied with another text than this program's {migration.Name}: the database comes from a build that was never released.");
                continue;
            }

            Apply(writer, migration, clock.GetUtcNow());
        }
    }

    private static bool IsForeign(NpgsqlConnection writer)
    {
        var names = writer.Query<string>("SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema()").ToHashSet(StringComparer.Ordinal);
        return names.Count > 0 && !names.Contains("schema_migration");
    }

    private static void Apply(NpgsqlConnection writer, Migration migration, Instant now)
    {
        using var transaction = writer.BeginTransaction();
        writer.Execute(migration.Sql, transaction: transaction);
        writer.Execute(
            "INSERT INTO schema_migration (number, name, checksum, applied_at) VALUES (@Number, @Name, @Checksum, @Now)",
            new { Number = (long)migration.Number, migration.Name, migration.Checksum, Now = now.UtcTicks }, transaction);
        transaction.Commit();
    }

    private static void Refuse(bool refused, string why)
    {
        if (refused)
        {
            throw new StoreException(why);
        }
    }
}
