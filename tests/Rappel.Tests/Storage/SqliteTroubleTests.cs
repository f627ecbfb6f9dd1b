using System.IO;
using Dapper;
using Microsoft.Data.Sqlite;
using Rappel.Core.Calls;
using Rappel.Core.Callbacks;
using Rappel.Engine.Journal;
using Rappel.Storage;
using Rappel.Storage.Sqlite;

namespace Rappel.Tests.Storage;

/// <summary>What an operator is told when the disk or the file is not as it should be, and that nothing is harmed.</summary>
public sealed class SqliteTroubleTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly RandomRows _rows = new(7, TenantId.Default);

    private string Database => _folder.File("rappel.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_full_disk_refuses_the_batch_whole_and_the_store_goes_on()
    {
        using var store = SqliteStore.Open(new(Database) { WriterOpened = c => c.Execute("PRAGMA max_page_count = 160") });
        var small = new Batch(1, [new StoreRow.OfCallback(_rows.Callback(1, CallbackStatus.Waiting))]);
        var large = new Batch(2, [.. Enumerable.Range(2, 2000).Select(i => new StoreRow.OfCallback(_rows.Callback(i, CallbackStatus.Waiting)))]);

        var failure = Assert.Throws<StoreException>(() => store.Apply([small, large]));

        AssertTells(failure, "the disk is full");
        Assert.Empty(store.Load(TenantId.Default).Callbacks);
        store.Apply([small]);
        Assert.Single(store.Load(TenantId.Default).Callbacks);
    }

    [Fact]
    public void A_read_only_database_is_named_as_such()
    {
        SqliteStore.Open(new(Database)).Dispose();
        using var store = SqliteStore.Open(new(Database) { WriterOpened = c => c.Execute("PRAGMA query_only = 1") });

        var failure = Assert.Throws<StoreException>(() => store.SetSetting("a", "b"));

        AssertTells(failure, "read-only");
    }

    [Fact]
    public void A_lock_that_another_program_keeps_is_named_as_such()
    {
        using var store = SqliteStore.Open(new(Database) { BusyTimeout = TimeSpan.FromSeconds(1) });
        using var other = new SqliteConnection($"Data Source={Database};Pooling=False");
        other.Open();
        other.Execute("BEGIN IMMEDIATE");

        AssertTells(Assert.Throws<StoreException>(() => store.SetSetting("a", "b")), "locked by another program");

        other.Execute("ROLLBACK");
        store.SetSetting("a", "b");
        Assert.Equal("b", store.GetSetting("a"));
    }

    [Fact]
    public void A_file_that_is_no_database_is_refused_and_left_alone()
    {
        File.WriteAllText(Database, new string('x', 5000));

        AssertTells(Assert.Throws<StoreException>(() => SqliteStore.Open(new(Database))), "not an SQLite database");

        Assert.Equal(new string('x', 5000), File.ReadAllText(Database));
    }

    [Fact]
    public void A_folder_in_place_of_the_file_is_refused()
    {
        Directory.CreateDirectory(Database);

        AssertTells(Assert.Throws<StoreException>(() => SqliteStore.Open(new(Database))), "cannot be opened");
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_refused()
    {
        File.WriteAllText(_folder.File("file"), "");

        AssertTells(Assert.Throws<StoreException>(() => SqliteStore.Open(new(_folder.File("file/rappel.db")))), "cannot be made");
    }

    [Fact]
    public void Damage_is_named_as_such()
    {
        using (var store = SqliteStore.Open(new(Database)))
        {
            store.Apply([new Batch(1, [.. Enumerable.Range(1, 2000).Select(i => new StoreRow.OfCallback(_rows.Callback(i, CallbackStatus.Waiting)))])]);
        }

        using (var file = File.OpenWrite(Database))
        {
            // Well behind the pages that describe the tables: the rows alone are to be damaged.
            file.Seek(4096 * 150, SeekOrigin.Begin);
            file.Write(new byte[4096 * 20]);
        }

        using var damaged = SqliteStore.Open(new(Database));
        AssertTells(Assert.Throws<StoreException>(() => damaged.Load(TenantId.Default)), "damaged");
        Assert.NotEmpty(damaged.CheckIntegrity());
    }

    [Fact]
    public void Another_programs_database_is_refused()
    {
        using (var other = new SqliteConnection($"Data Source={Database};Pooling=False"))
        {
            other.Open();
            other.Execute("CREATE TABLE photos (id INTEGER)");
        }

        AssertTells(Assert.Throws<StoreException>(() => SqliteStore.Open(new(Database))), "another program");
    }

    private void AssertTells(StoreException failure, string reason)
    {
        Assert.Contains(reason, failure.Message, StringComparison.Ordinal);
        Assert.Contains(_folder.Path, failure.Message, StringComparison.Ordinal);
    }
}
