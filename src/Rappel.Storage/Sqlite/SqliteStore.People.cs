using Dapper;
using Rappel.Core.Calls;
using Rappel.Storage.People;

namespace Rappel.Storage.Sqlite;

/// <summary>Users, tokens and the audit log: few rows, written seldom, so that no statement of theirs is kept prepared.</summary>
public sealed partial class SqliteStore
{
    /// <inheritdoc/>
    public IReadOnlyList<UserRow> Users(TenantId tenant) => Read(connection =>
        All<UserTable, UserRow>(connection, "tenant_id = @Tenant ORDER BY name", new { Tenant = tenant.Value }));

    /// <inheritdoc/>
    public void PutUser(UserRow user) => Write(connection =>
    {
        using var write = PreparedWrite.Upsert<UserTable, UserRow>(connection);
        write.Run(UserTable.Values(user));
    });

    /// <inheritdoc/>
    public void RemoveUser(TenantId tenant, string name) => Write(connection => connection.Execute(
        "DELETE FROM person WHERE tenant_id = @Tenant AND name = @name", new { Tenant = tenant.Value, name }));

    /// <inheritdoc/>
    public IReadOnlyList<TokenRow> Tokens(TenantId tenant) => Read(connection =>
        All<TokenTable, TokenRow>(connection, "tenant_id = @Tenant ORDER BY id", new { Tenant = tenant.Value }));

    /// <inheritdoc/>
    public TokenRow AddToken(TokenRow token)
    {
        var id = 0L;
        Write(connection =>
        {
            using var write = PreparedWrite.Upsert<TokenTable, TokenRow>(connection);
            write.Run(TokenTable.Values(token with { Id = 0 }));
            id = connection.ExecuteScalar<long>("SELECT last_insert_rowid()");
        });
        return token with { Id = id };
    }

    /// <inheritdoc/>
    public void RemoveToken(TenantId tenant, long id) => Write(connection => connection.Execute(
        "DELETE FROM token WHERE tenant_id = @Tenant AND id = @id", new { Tenant = tenant.Value, id }));

    /// <inheritdoc/>
    public void SetTokenUsed(TenantId tenant, long id, Instant at) => Write(connection => connection.Execute(
        "UPDATE token SET last_used_at = @At WHERE tenant_id = @Tenant AND id = @id", new { Tenant = tenant.Value, id, At = at.UtcTicks }));

    /// <inheritdoc/>
    public void AddAudit(IReadOnlyList<AuditRow> rows) => Write(connection =>
    {
        using var write = PreparedWrite.Upsert<AuditTable, AuditRow>(connection);
        foreach (var row in rows)
        {
            write.Run(AuditTable.Values(row with { Id = 0 }));
        }
    });

    /// <inheritdoc/>
    public IReadOnlyList<AuditRow> FindAudit(TenantId tenant, AuditFilter filter)
    {
        var where = new List<string> { "tenant_id = @Tenant" };
        Add(where, filter.BeforeId is not null, "id < @BeforeId");

        // '0' is what comes after '/': all that begins with the subject and a slash, by the index.
        Add(where, filter.Subject is not null, "(subject = @Subject OR (subject >= @Subject || '/' AND subject < @Subject || '0'))");
        Add(where, filter.Who is not null, "who = @Who");
        Add(where, filter.Action is not null, "action = @Action");
        Add(where, filter.From is not null, "at >= @From");
        Add(where, filter.To is not null, "at < @To");
        return Read(connection => All<AuditTable, AuditRow>(connection, string.Join(" AND ", where) + " ORDER BY id DESC LIMIT @Limit", new
        {
            Tenant = tenant.Value,
            filter.BeforeId,
            filter.Subject,
            filter.Who,
            filter.Action,
            From = filter.From?.UtcTicks,
            To = filter.To?.UtcTicks,
            Limit = Page(filter.Limit),
        }));
    }

    /// <inheritdoc/>
    public void PruneAudit(TenantId tenant, Instant olderThan, long keep) => Write(connection =>
    {
        var key = new { Tenant = tenant.Value, Before = olderThan.UtcTicks, keep };
        connection.Execute("DELETE FROM audit WHERE tenant_id = @Tenant AND at < @Before", key);
        connection.Execute(
            "DELETE FROM audit WHERE tenant_id = @Tenant AND id <= (SELECT id FROM audit WHERE tenant_id = @Tenant ORDER BY id DESC LIMIT 1 OFFSET @keep)", key);
    });
}
