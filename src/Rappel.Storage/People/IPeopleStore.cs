using Rappel.Core.Calls;

namespace Rappel.Storage.People;

/// <summary>Users, tokens and the audit log. Any member may be called from any thread; all throw <see cref="StoreException"/>.</summary>
public interface IPeopleStore
{
    /// <summary>In order of their names.</summary>
    IReadOnlyList<UserRow> Users(TenantId tenant);

    /// <summary>Adds the user, or replaces the one of this name.</summary>
    void PutUser(UserRow user);

    void RemoveUser(TenantId tenant, string name);

    /// <summary>In order of their ids.</summary>
    IReadOnlyList<TokenRow> Tokens(TenantId tenant);

    /// <summary>Gives the token its id.</summary>
    TokenRow AddToken(TokenRow token);

    void RemoveToken(TenantId tenant, long id);

    void SetTokenUsed(TenantId tenant, long id, Instant at);

    /// <summary>All of them, or none.</summary>
    void AddAudit(IReadOnlyList<AuditRow> rows);

    /// <summary>Newest first.</summary>
    IReadOnlyList<AuditRow> FindAudit(TenantId tenant, AuditFilter filter);

    /// <summary>Removes those older than the moment, and the oldest beyond so many.</summary>
    void PruneAudit(TenantId tenant, Instant olderThan, long keep);
}
