using Rappel.Core.Calls;
using Rappel.Storage.People;

namespace Rappel.Storage.Tables;

internal sealed class AuditTable : ITable<AuditRow>
{
    public static string Name => "audit";

    public static IReadOnlyList<string> Keys { get; } = [];

    public static IReadOnlyList<string> Columns { get; } =
        ["id", "tenant_id", "at", "who", "address", "action", "subject", "before_value", "after_value"];

    public static string? Guard => null;

    public static object?[] Values(AuditRow a) =>
        [a.Id == 0 ? null : a.Id, a.Tenant.Value, a.At.UtcTicks, a.Who, a.Address, a.Action, a.Subject, a.Before, a.After];

    public static AuditRow Read<TCursor>(ref TCursor row)
        where TCursor : struct, IRowCursor, allows ref struct
    {
        var id = row.Long();
        return new AuditRow(
            new TenantId(row.Text()), id, row.Moment(), row.Text(), row.TextOrNull(), row.Text(), row.Text(), row.TextOrNull(), row.TextOrNull());
    }
}
