using Rappel.Core.Calls;
using Rappel.Storage.Callers;

namespace Rappel.Storage.Tables;

internal sealed class AnswerTable : ITable<KeptAnswer>
{
    public static string Name => "idempotency";

    public static IReadOnlyList<string> Keys { get; } = ["tenant_id", "source", "key"];

    public static IReadOnlyList<string> Columns { get; } = ["tenant_id", "source", "key", "fingerprint", "at", "status", "body"];

    public static string? Guard => null;

    public static object?[] Values(KeptAnswer a) => [a.Tenant.Value, a.Source, a.Key, a.Fingerprint, a.At.UtcTicks, a.Status, a.Body];

    public static KeptAnswer Read<TCursor>(ref TCursor row)
        where TCursor : struct, IRowCursor, allows ref struct =>
        new(new TenantId(row.Text()), row.Text(), row.Text(), row.Text(), row.Moment(), row.IntOrNull(), row.TextOrNull());
}
