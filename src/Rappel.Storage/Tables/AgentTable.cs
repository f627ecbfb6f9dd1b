using Rappel.Core.Acd;
using Rappel.Core.Calls;
using Rappel.Engine.Journal;

namespace Rappel.Storage.Tables;

internal sealed class AgentTable : ITable<AgentRow>
{
    public static string Name => "agent";

    public static IReadOnlyList<string> Keys { get; } = ["tenant_id", "agent"];

    public static IReadOnlyList<string> Columns { get; } = ["tenant_id", "agent", "status", "since", "idle_since", "held"];

    public static string? Guard => null;

    public static object?[] Values(AgentRow a) => [a.Tenant.Value, a.Agent, Words.Of(a.Status), a.Since.UtcTicks, a.IdleSince.UtcTicks, StoredJson.Write(a.Held)];

    public static AgentRow Read<TCursor>(ref TCursor row)
        where TCursor : struct, IRowCursor, allows ref struct =>
        new(new TenantId(row.Text()), row.Text(), row.Word<AgentStatus>(), row.Moment(), row.Moment())
        {
            Held = StoredJson.ReadHeld(row.TextOrNull()),
        };
}
