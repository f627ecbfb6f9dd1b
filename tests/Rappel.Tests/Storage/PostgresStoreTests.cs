using Dapper;
using Npgsql;
using Rappel.Core.Callbacks;
using Rappel.Engine.Journal;
using Rappel.Storage;
using Rappel.Storage.Postgres;

namespace Rappel.Tests.Storage;

public sealed class PostgresStoreTests : StoreConformance
{
    private readonly string _connection;
    private PostgresStore _store;

    public PostgresStoreTests(PostgresCluster cluster)
    {
        _connection = cluster.NewSchema();
        _store = PostgresStore.Open(new(_connection));
    }

    private protected override IServerStore Store => _store;

    private protected override void Reopen()
    {
        _store.Dispose();
        _store = PostgresStore.Open(new(_connection));
    }

    public override void Dispose()
    {
        _store.Dispose();
        base.Dispose();
    }

    [Fact]
    public void A_second_process_is_refused_while_the_first_holds_the_database()
    {
        var refused = Assert.Throws<StoreException>(() => PostgresStore.Open(new(_connection)));

        Assert.Contains("in use by another process", refused.Message);
    }

    [Fact]
    public void A_connection_that_breaks_is_opened_again_and_holds_the_database_again()
    {
        CutConnections();
        var callback = _rows.Callback(1, CallbackStatus.Waiting);

        Assert.Equal(StoreFault.Storage, Assert.Throws<StoreException>(() => Apply(new StoreRow.OfCallback(callback))).Fault);
        Apply(new StoreRow.OfCallback(callback));

        Assert.Equal(callback.Id, Store.GetCallback(Tenant, callback.Id)?.Id);
        Assert.Throws<StoreException>(() => PostgresStore.Open(new(_connection)));
    }

    [Fact]
    public void A_text_that_the_database_cannot_hold_is_kept_as_far_as_it_can()
    {
        var binding = _rows.Binding("1001", "sip:1001@192.0.2.7") with { UserAgentName = "Phone\0 \uD83D" };

        Apply(new StoreRow.OfBinding(binding));

        Assert.Equal("Phone\uFFFD \uFFFD", Assert.Single(Store.Load(Tenant).Bindings).UserAgentName);
    }

    [Fact]
    public void A_database_of_another_program_is_left_alone()
    {
        _store.Dispose();
        using (var other = new NpgsqlConnection(_connection))
        {
            other.Execute("ALTER TABLE schema_migration RENAME TO something_else");
        }

        Assert.Contains("another program", Assert.Throws<StoreException>(() => PostgresStore.Open(new(_connection))).Message);
    }

    [Fact]
    public void A_wrong_connection_string_is_said_without_telling_it()
    {
        var refused = Assert.Throws<StoreException>(() => PostgresStore.Open(new("Hots=x;Password=secret")));

        Assert.DoesNotContain("secret", refused.Message);
    }

    private void CutConnections()
    {
        using var other = new NpgsqlConnection(_connection + ";Application Name=other;Pooling=false");
        other.Execute("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND classid = 1380995148 AND objid::bigint = (hashtext(current_schema())::bigint & 4294967295)");
    }
}
