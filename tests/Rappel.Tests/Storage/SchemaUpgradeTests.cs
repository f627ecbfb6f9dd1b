using Dapper;
using Microsoft.Data.Sqlite;
using Rappel.Storage;
using Rappel.Storage.Migrations;
using Rappel.Storage.Sqlite;

namespace Rappel.Tests.Storage;

public sealed class SchemaUpgradeTests : IDisposable
{
    private static readonly Migration One = new(1, "0001-one", "CREATE TABLE a (x INTEGER); CREATE TABLE setting (name TEXT, value TEXT);");
    private static readonly Migration Two = new(2, "0002-two", "ALTER TABLE a ADD COLUMN y TEXT; INSERT INTO a VALUES (1, 'new');");
    private readonly TemporaryFolder _folder = new();

    private string Database => _folder.File("rappel.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Built_in_migrations_are_numbered_from_one_without_a_gap()
    {
        var all = Migration.BuiltIn("Sqlite");

        Assert.NotEmpty(all);
        Assert.Equal(Enumerable.Range(1, all.Count), all.Select(m => m.Number));
    }

    [Fact]
    public void The_checksum_does_not_depend_on_line_ends() =>
        Assert.Equal(new Migration(1, "a", "x\ny").Checksum, new Migration(1, "a", "x\r\ny").Checksum);

    [Fact]
    public void Only_the_missing_steps_are_applied_and_each_is_recorded()
    {
        Upgrade(One);
        Upgrade(One, Two);
        Upgrade(One, Two);

        Assert.Equal([1L], Query<long>("SELECT x FROM a"));
        Assert.Equal(["0001-one", "0002-two"], Query<string>("SELECT name FROM schema_migration ORDER BY number"));
    }

    [Fact]
    public void A_step_that_fails_leaves_the_schema_before_it()
    {
        var broken = Two with { Sql = "ALTER TABLE a ADD COLUMN y TEXT; INSERT INTO nowhere VALUES (1);" };

        var failure = Assert.Throws<StoreException>(() => Upgrade(One, broken));

        Assert.Contains("nowhere", failure.Message, StringComparison.Ordinal);
        Assert.Equal([1L], Query<long>("SELECT number FROM schema_migration"));
        Assert.Equal(["x"], Query<string>("SELECT name FROM pragma_table_info('a')"));
    }

    [Fact]
    public void A_database_of_a_newer_program_is_refused_untouched()
    {
        Upgrade(One, Two);

        var refused = Assert.Throws<StoreException>(() => Upgrade(One));

        Assert.Contains("newer program", refused.Message, StringComparison.Ordinal);
        Assert.Contains("number 2, this program knows up to 1", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_step_with_another_text_than_was_applied_is_refused()
    {
        Upgrade(One);

        var refused = Assert.Throws<StoreException>(() => Upgrade(One with { Sql = One.Sql + " " }, Two));

        Assert.Contains("0001-one", refused.Message, StringComparison.Ordinal);
        Assert.Equal([1L], Query<long>("SELECT number FROM schema_migration"));
    }

    private void Upgrade(params Migration[] migrations)
    {
        using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        try
        {
            SchemaUpgrade.Run(connection, Database, migrations, TimeProvider.System);
        }
        catch (SqliteException failure)
        {
            throw SqliteFailure.Explain(Database, failure);
        }
    }

    private List<T> Query<T>(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        return connection.Query<T>(sql).ToList();
    }
}
