using Rappel.Core.Calls;
using Rappel.Storage.People;

namespace Rappel.Storage.Tables;

/// <summary>Scopes are written as OAuth has them: words with spaces between.</summary>
internal sealed class TokenTable : ITable<TokenRow>
{
    public static string Name => "token";

    public static IReadOnlyList<string> Keys { get; } = [];

    public static IReadOnlyList<string> Columns { get; } =
        ["id", "tenant_id", "name", "prefix", "hash", "scopes", "agent", "created_at", "created_by", "expires_at", "last_used_at"];

    public static string? Guard => null;

    public static object?[] Values(TokenRow t) =>
    [
        t.Id == 0 ? null : t.Id, t.Tenant.Value, t.Name, t.Prefix, t.Hash, string.Join(' ', t.Scopes), t.Agent, t.CreatedAt.UtcTicks,
        t.CreatedBy, t.ExpiresAt?.UtcTicks, t.LastUsedAt?.UtcTicks,
    ];

    public static TokenRow Read<TCursor>(ref TCursor row)
        where TCursor : struct, IRowCursor, allows ref struct
    {
        var id = row.Long();
        return new TokenRow(
            new TenantId(row.Text()), id, row.Text(), row.Text(), row.Text(), [.. row.Text().Split(' ', StringSplitOptions.RemoveEmptyEntries)],
            row.TextOrNull(), row.Moment(), row.Text(), row.MomentOrNull(), row.MomentOrNull());
    }
}
