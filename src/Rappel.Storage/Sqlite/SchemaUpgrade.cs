using Dapper;
using Microsoft.Data.Sqlite;

namespace Rappel.Storage.Sqlite;

/// <summary>Brings a database to the schema of this program. Refuses one that it could only harm.</summary>
internal static class SchemaUpgrade
{
    private const string Ledger = """
        CREATE TABLE IF NOT EXISTS schema_migration (
            number INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL, applied_at INTEGER NOT NULL) STRICT
        """;

    public static void Run(SqliteConnection writer, string file, IReadOnlyList<Migration> migrations, TimeProvider clock)
    {
        ContentHashing.Add(writer);
        var tables = writer.ExecuteScalar<long>("SELECT count(*) FROM sqlite_schema WHERE type = 'table'");
        var hasLedger = writer.ExecuteScalar<long>("SELECT count(*) FROM sqlite_schema WHERE name = 'schema_migration'") > 0;
        if (tables > 0 && !hasLedger)
        {
            throw new StoreException($"{file} is an SQLite database of another program, not of Rappel. Name another file, or move this one away.");
        }

        var applied = hasLedger ? Applied(writer) : [];
        Check(file, migrations, applied);
        writer.Execute(Ledger);
        foreach (var migration in migrations.Where(m => !applied.ContainsKey(m.Number)))
        {
            Apply(writer, migration, clock.GetUtcNow());
        }
    }

    private static Dictionary<long, (string Name, string Checksum)> Applied(SqliteConnection writer) =>
        writer.Query<(long Number, string Name, string Checksum)>("SELECT number, name, checksum FROM schema_migration ORDER BY number")
            .ToDictionary(m => m.Number, m => (m.Name, m.Checksum));

    private static void Check(string file, IReadOnlyList<Migration> migrations, Dictionary<long, (string Name, string Checksum)> applied)
    {
        var newest = applied.Count == 0 ? 0 : applied.Keys.Max();
        if (newest > migrations.Count)
        {
            throw new StoreException(
                $"{file} was written by a newer program: its schema is number {newest}, this program knows up to {migrations.Count}. " +
                "Start the newer program, or restore a backup made before the upgrade.");
        }

        foreach (var migration in migrations)
        {
            if (applied.TryGetValue(migration.Number, out var known) && known.Checksum != migration.Checksum)
            {
                throw new StoreException(
                    $"{file}: schema step {known.Name} was applied with another text than this program's {migration.Name}. " +
                    "The database comes from a build that was never released; start that build, or restore a backup.");
            }
        }
    }

    private static void Apply(SqliteConnection writer, Migration migration, Instant now)
    {
        using var transaction = writer.BeginTransaction();
        writer.Execute(migration.Sql, transaction: transaction);
        writer.Execute(
            "INSERT INTO schema_migration (number, name, checksum, applied_at) VALUES (@Number, @Name, @Checksum, @At)",
            new { migration.Number, migration.Name, migration.Checksum, At = now.UtcTicks },
            transaction);
        transaction.Commit();
    }
}
