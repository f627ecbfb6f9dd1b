using Rappel.Core.Calls;
using Rappel.Storage.People;
using Rappel.Storage.Sqlite;

namespace Rappel.Tests.Storage;

public sealed class PeopleStoreTests : IDisposable
{
    private static readonly TenantId Tenant = TenantId.Default;
    private static readonly Instant At = new(2026, 3, 2, 14, 0, 0, TimeSpan.Zero);
    private readonly TemporaryFolder _folder = new();
    private SqliteStore _store;

    public PeopleStoreTests() => _store = SqliteStore.Open(new(_folder.File("rappel.db")));

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Users_are_kept_replaced_and_removed()
    {
        var zoe = new UserRow(Tenant, "zoe", "Zoé", UserRole.Agent, "1001", "fr", true, "hash", "issuer|1", "stamp", At, null);
        var abe = new UserRow(Tenant, "abe", "Abe", UserRole.Administrator, null, null, false, null, null, "s2", At, At.AddDays(1));
        _store.PutUser(zoe);
        _store.PutUser(abe);
        _store.PutUser(zoe with { DisplayName = "Z", LastSignInAt = At });
        _store.PutUser(zoe with { Tenant = new TenantId("other"), ExternalId = null });
        Reopen();

        Assert.Equal([abe, zoe with { DisplayName = "Z", LastSignInAt = At }], _store.Users(Tenant));
        _store.RemoveUser(Tenant, "zoe");
        Assert.Equal([abe], _store.Users(Tenant));
        Assert.Single(_store.Users(new TenantId("other")));
    }

    [Fact]
    public void Tokens_are_numbered_and_never_by_the_same_number_again()
    {
        var first = _store.AddToken(Token("one"));
        _store.RemoveToken(Tenant, first.Id);
        var second = _store.AddToken(Token("two"));
        _store.SetTokenUsed(Tenant, second.Id, At.AddHours(1));
        Reopen();

        Assert.True(second.Id > first.Id);
        var read = Assert.Single(_store.Tokens(Tenant));
        Assert.Equal(["callbacks:read", "own:agent"], read.Scopes);
        Assert.Equal(second with { LastUsedAt = At.AddHours(1), Scopes = read.Scopes }, read);
    }

    [Fact]
    public void The_audit_log_is_found_by_subject_with_what_is_below_it()
    {
        _store.AddAudit([Entry("users"), Entry("users/a"), Entry("users/a/b"), Entry("users2"), Entry("tokens/t-1")]);

        Assert.Equal(["users/a/b", "users/a", "users"], Find(new("users", null, null, null, null, 10, null)).Select(a => a.Subject));
        Assert.Equal(["users/a/b", "users/a"], Find(new("users/a", null, null, null, null, 10, null)).Select(a => a.Subject));
        Assert.Empty(Find(new("%", null, null, null, null, 10, null)));
        Assert.Equal(2, Find(new(null, null, null, null, null, 10, 3)).Count);
    }

    [Fact]
    public void Old_entries_go_and_the_oldest_beyond_a_number()
    {
        _store.AddAudit([.. Enumerable.Range(0, 10).Select(i => Entry($"s/{i}") with { At = At.AddDays(i) })]);

        _store.PruneAudit(Tenant, At.AddDays(3), 100);
        Assert.Equal(7, Find(All).Count);
        _store.PruneAudit(Tenant, At, 2);
        Assert.Equal(["s/9", "s/8"], Find(All).Select(a => a.Subject));
        _store.PruneAudit(Tenant, At, 2);
        Assert.Equal(2, Find(All).Count);
    }

    private static AuditFilter All => new(null, null, null, null, null, 100, null);

    private IReadOnlyList<AuditRow> Find(AuditFilter filter) => _store.FindAudit(Tenant, filter);

    private static AuditRow Entry(string subject) => new(Tenant, 0, At, "marie", "192.0.2.1", "changed", subject, null, """{"a":1}""");

    private static TokenRow Token(string name) =>
        new(Tenant, 0, name, "rpl_abcdef", name + "-hash", ["callbacks:read", "own:agent"], "1001", At, "marie", At.AddDays(1), null);

    private void Reopen()
    {
        _store.Dispose();
        _store = SqliteStore.Open(new(_folder.File("rappel.db")));
    }
}
