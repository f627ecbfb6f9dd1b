using System.IO;
using System.Diagnostics;
using System.Threading.Tasks;
using Dapper;
using Microsoft.Data.Sqlite;
using Rappel.Core.Callbacks;
using Rappel.Engine.Journal;
using Rappel.Storage;
using Rappel.Storage.Sqlite;

namespace Rappel.Tests.Storage;

public sealed class SqliteStoreTests : StoreConformance
{
    private readonly TemporaryFolder _folder = new();
    private SqliteStore _store;

    public SqliteStoreTests() => _store = SqliteStore.Open(new(_folder.File("data/rappel.db")));

    private protected override IServerStore Store => _store;

    private string Database => _folder.File("data/rappel.db");

    private protected override void Reopen()
    {
        _store.Dispose();
        _store = SqliteStore.Open(new(Database));
    }

    public override void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
        base.Dispose();
    }

    [Fact]
    public void What_was_committed_survives_a_process_that_never_closed()
    {
        var callback = _rows.Callback(1, CallbackStatus.Waiting);
        Apply(new StoreRow.OfCallback(callback));

        using var crashed = SqliteStore.Open(new(CopyAsAfterACrash()));

        AssertSame(callback, crashed.GetCallback(Tenant, callback.Id)!);
        Assert.Empty(crashed.CheckIntegrity());
    }

    [Fact]
    public void A_closed_store_is_one_whole_file()
    {
        var callback = _rows.Callback(1, CallbackStatus.Waiting);
        Apply(new StoreRow.OfCallback(callback));
        Assert.NotNull(Store.GetCallback(Tenant, callback.Id));

        _store.Dispose();

        Assert.False(File.Exists(Database + "-wal"));
        File.Copy(Database, _folder.File("copy.db"));
        _store = SqliteStore.Open(new(_folder.File("copy.db")));
        AssertSame(callback, Store.GetCallback(Tenant, callback.Id)!);
    }

    [Fact]
    public void A_transaction_cut_off_by_a_crash_leaves_nothing()
    {
        var kept = _rows.Callback(1, CallbackStatus.Waiting);
        Apply(new StoreRow.OfCallback(kept));
        using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        // Spilled to the journal file before it is committed, as a large batch would be.
        connection.Execute("PRAGMA cache_size = 2; PRAGMA cache_spill = 1; BEGIN IMMEDIATE");
        connection.Execute("""
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
            INSERT INTO journal (tenant_id, at, subject, event, detail) SELECT 'default', i, 'cb-1', 'requested', hex(randomblob(200)) FROM n
            """);

        var copy = CopyAsAfterACrash();
        connection.Execute("ROLLBACK");

        using var crashed = SqliteStore.Open(new(copy));
        AssertSame(kept, Assert.Single(crashed.Load(Tenant).Callbacks));
        Assert.Empty(crashed.JournalOf(Tenant, "cb-1"));
        Assert.Empty(crashed.CheckIntegrity());
    }

    [Fact]
    public void Reads_do_not_wait_for_an_open_write_transaction()
    {
        Apply(new StoreRow.OfCallback(_rows.Callback(1, CallbackStatus.Waiting)));
        using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        connection.Execute("BEGIN IMMEDIATE; DELETE FROM callback");

        Assert.NotNull(_store.GetCallback(Tenant, new(1)));
        connection.Execute("ROLLBACK");
    }

    [Fact]
    public async Task Reads_from_many_threads_go_on_while_one_writes()
    {
        var writer = Task.Run(() =>
        {
            for (var i = 1; i <= 50; i++)
            {
                Apply(new StoreRow.OfCallback(_rows.Callback(i, CallbackStatus.Waiting)));
            }
        }, TestContext.Current.CancellationToken);

        Parallel.For(0, 200, _ =>
        {
            var ids = _store.Load(Tenant).Callbacks.Select(c => c.Id.Value).ToList();
            Assert.Equal(Enumerable.Range(1, ids.Count).Select(i => (long)i), ids);
        });
        await writer;

        Assert.Equal(50, _store.Load(Tenant).Callbacks.Length);
    }

    [Fact]
    public void A_closed_store_says_so_instead_of_opening_the_file_again()
    {
        _store.Dispose();

        Assert.Throws<ObjectDisposedException>(() => _store.Load(Tenant));
        Assert.Throws<ObjectDisposedException>(() => _store.SetSetting("a", "b"));
    }

    [Fact]
    public void A_second_process_on_the_same_database_is_refused()
    {
        var refused = Assert.Throws<StoreException>(() => SqliteStore.Open(new(Database)));

        Assert.Contains("in use by another process", refused.Message, StringComparison.Ordinal);
        Assert.Contains(Database, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Database_and_folder_are_closed_to_other_users()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Unix permissions");
        Apply(new StoreRow.OfCallback(_rows.Callback(1)));

        const UnixFileMode mine = UnixFileMode.UserRead | UnixFileMode.UserWrite;
#pragma warning disable CA1416 // Skipped above.
        Assert.Equal(mine | UnixFileMode.UserExecute, File.GetUnixFileMode(_folder.File("data")));
        Assert.All(Directory.GetFiles(_folder.File("data")), f => Assert.Equal(mine, File.GetUnixFileMode(f)));
#pragma warning restore CA1416
    }

    [Fact, Trait("Category", "Slow")]
    public void Ten_times_the_pending_requests_load_in_not_much_more_than_ten_times_the_time()
    {
        Fill(1, 10_000);
        LoadTime(10_000); // the first compiles
        var few = LoadTime(10_000);
        Fill(10_001, 100_000);
        var many = LoadTime(100_000);

        // Both in this process and right after each other, so that a busy machine slows both; a load that scans for each row would cost a
        // hundred times.
        Assert.True(many < 40 * few, $"10,000 took {few}, 100,000 took {many}");
    }

    private void Fill(int first, int last)
    {
        foreach (var chunk in Enumerable.Range(first, last - first + 1).Chunk(10_000))
        {
            Apply([.. chunk.Select(i => new StoreRow.OfCallback(_rows.Callback(i, CallbackStatus.Waiting)))]);
        }
    }

    private TimeSpan LoadTime(int expected)
    {
        var best = TimeSpan.MaxValue;
        for (var run = 0; run < 2; run++)
        {
            var clock = Stopwatch.StartNew();
            Assert.Equal(expected, _store.Load(Tenant).Callbacks.Length);
            best = clock.Elapsed < best ? clock.Elapsed : best;
        }

        return best;
    }

    private string CopyAsAfterACrash()
    {
        var copy = Directory.CreateDirectory(_folder.File("crashed")).FullName;
        foreach (var suffix in (string[])["", "-wal"])
        {
            File.Copy(Database + suffix, Path.Combine(copy, "rappel.db" + suffix));
        }

        return Path.Combine(copy, "rappel.db");
    }

    [Fact]
    public void Many_requests_are_loaded_once_each_and_in_order()
    {
        const int many = SqliteStore.RowsForTwoReaders + 3;
        var first = _rows.Callback(1, CallbackStatus.Waiting);
        Apply([.. Enumerable.Range(1, many).Select(i => new StoreRow.OfCallback(first with { Id = new(i * 2) }))]);
        Apply(new StoreRow.OfCallback(first with { Id = new(many), Status = CallbackStatus.Completed, Revision = first.Revision + 1 }));

        var loaded = Store.Load(Tenant).Callbacks;

        Assert.Equal(Enumerable.Range(1, many).Select(i => i * 2L).Where(id => id != many), loaded.Select(c => c.Id.Value));
    }
}
