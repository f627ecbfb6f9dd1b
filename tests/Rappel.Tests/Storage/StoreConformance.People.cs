using Rappel.Core.Calls;
using Rappel.Storage.People;

namespace Rappel.Tests.Storage;

/// <summary>Users, tokens and the audit log.</summary>
public abstract partial class StoreConformance
{
    private static readonly Instant At = new(2026, 3, 2, 14, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Users_are_kept_replaced_and_removed()
    {
        var zoe = new UserRow(Tenant, "zoe", "Zoé", UserRole.Agent, "1001", "fr", true, "hash", "issuer|1", "stamp", At, null);
        var abe = new UserRow(Tenant, "abe", "Abe", UserRole.Administrator, null, null, false, null, null, "s2", At, At.AddDays(1));
        Store.PutUser(zoe);
        Store.PutUser(abe);
        Store.PutUser(zoe with { DisplayName = "Z", LastSignInAt = At });
        Store.PutUser(zoe with { Tenant = new TenantId("other"), ExternalId = null });
        Reopen();

        Assert.Equal([abe, zoe with { DisplayName = "Z", LastSignInAt = At }], Store.Users(Tenant));
        Store.RemoveUser(Tenant, "zoe");
        Assert.Equal([abe], Store.Users(Tenant));
        Assert.Single(Store.Users(new TenantId("other")));
    }

    [Fact]
    public void Tokens_are_numbered_and_never_by_the_same_number_again()
    {
        var first = Store.AddToken(Token("one"));
        Store.RemoveToken(Tenant, first.Id);
        var second = Store.AddToken(Token("two"));
        Store.SetTokenUsed(Tenant, second.Id, At.AddHours(1));
        Reopen();

        Assert.True(second.Id > first.Id);
        var read = Assert.Single(Store.Tokens(Tenant));
        Assert.Equal(["callbacks:read", "own:agent"], read.Scopes);
        Assert.Equal(second with { LastUsedAt = At.AddHours(1), Scopes = read.Scopes }, read);
    }

    [Fact]
    public void The_audit_log_is_found_by_subject_with_what_is_below_it()
    {
        Store.AddAudit([Entry("users"), Entry("users/a"), Entry("users/a/b"), Entry("users2"), Entry("tokens/t-1")]);

        Assert.Equal(["users/a/b", "users/a", "users"], FindEntries(new("users", null, null, null, null, 10, null)).Select(a => a.Subject));
        Assert.Equal(["users/a/b", "users/a"], FindEntries(new("users/a", null, null, null, null, 10, null)).Select(a => a.Subject));
        Assert.Empty(FindEntries(new("%", null, null, null, null, 10, null)));
        Assert.Equal(2, FindEntries(new(null, null, null, null, null, 10, 3)).Count);
    }

    [Fact]
    public void Old_entries_go_and_the_oldest_beyond_a_number()
    {
        Store.AddAudit([.. Enumerable.Range(0, 10).Select(i => Entry($"s/{i}") with { At = At.AddDays(i) })]);

        Store.PruneAudit(Tenant, At.AddDays(3), 100);
        Assert.Equal(7, FindEntries(AllEntries).Count);
        Store.PruneAudit(Tenant, At, 2);
        Assert.Equal(["s/9", "s/8"], FindEntries(AllEntries).Select(a => a.Subject));
        Store.PruneAudit(Tenant, At, 2);
        Assert.Equal(2, FindEntries(AllEntries).Count);
    }

    private static AuditFilter AllEntries => new(null, null, null, null, null, 100, null);

    private IReadOnlyList<AuditRow> FindEntries(AuditFilter filter) => Store.FindAudit(Tenant, filter);

    private static AuditRow Entry(string subject) => new(Tenant, 0, At, "marie", "192.0.2.1", "changed", subject, null, """{"a":1}""");

    private static TokenRow Token(string name) =>
        new(Tenant, 0, name, "rpl_abcdef", name + "-hash", ["callbacks:read", "own:agent"], "1001", At, "marie", At.AddDays(1), null);
}
