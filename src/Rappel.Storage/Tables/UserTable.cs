using Rappel.Core.Calls;
using Rappel.Storage.People;

namespace Rappel.Storage.Tables;

internal sealed class UserTable : ITable<UserRow>
{
    public static string Name => "person";

    public static IReadOnlyList<string> Keys { get; } = ["tenant_id", "name"];

    public static IReadOnlyList<string> Columns { get; } =
    [
        "tenant_id", "name", "display_name", "role", "agent", "language", "enabled", "password_hash", "external_id", "stamp", "created_at",
        "last_sign_in_at",
    ];

    public static string? Guard => null;

    public static object?[] Values(UserRow u) =>
    [
        u.Tenant.Value, u.Name, u.DisplayName, Words.Of(u.Role), u.Agent, u.Language, u.Enabled, u.PasswordHash, u.ExternalId, u.Stamp,
        u.CreatedAt.UtcTicks, u.LastSignInAt?.UtcTicks,
    ];

    public static UserRow Read<TCursor>(ref TCursor row)
        where TCursor : struct, IRowCursor, allows ref struct => new(
        new TenantId(row.Text()), row.Text(), row.Text(), row.Word<UserRole>(), row.TextOrNull(), row.TextOrNull(), row.Flag(), row.TextOrNull(),
        row.TextOrNull(), row.Text(), row.Moment(), row.MomentOrNull());
}
