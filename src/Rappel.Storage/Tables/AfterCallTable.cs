using Rappel.Core.Calls;
using Rappel.Engine.Journal;

namespace Rappel.Storage.Tables;

internal sealed class AfterCallTable : ITable<AfterCallRow>
{
    public static string Name => "after_call";

    public static IReadOnlyList<string> Keys { get; } = ["tenant_id", "interaction_id"];

    public static IReadOnlyList<string> Columns { get; } = ["tenant_id", "interaction_id", "agent", "queue", "at", "codes", "note"];

    public static string? Guard => null;

    public static object?[] Values(AfterCallRow a) =>
        [a.Tenant.Value, a.Interaction.Value, a.Agent, a.Queue, a.At.UtcTicks, StoredJson.WriteCodes(a.Codes), a.Note];

    public static AfterCallRow Read<TCursor>(ref TCursor row)
        where TCursor : struct, IRowCursor, allows ref struct => new(
        Tenant: new TenantId(row.Text()),
        Interaction: new InteractionId(row.Long()),
        Agent: row.Text(),
        Queue: row.Text(),
        At: row.Moment(),
        Codes: StoredJson.ReadCodes(row.Text()),
        Note: row.TextOrNull());
}
