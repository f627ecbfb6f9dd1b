using Rappel.Core.Acd;
using Rappel.Core.Calls;
using Rappel.Engine.Journal;

namespace Rappel.Storage.Tables;

internal sealed class MembershipTable : ITable<MembershipRow>
{
    public static string Name => "membership";

    public static IReadOnlyList<string> Keys { get; } = ["tenant_id", "kind", "queue", "agent"];

    public static IReadOnlyList<string> Columns { get; } = ["tenant_id", "kind", "queue", "agent", "enabled", "skill", "who", "at"];

    public static string? Guard => null;

    public static object?[] Values(MembershipRow m) =>
        [m.Tenant.Value, Words.Of(m.Kind), m.Queue, m.Agent, m.Enabled, m.Skill, m.Who, m.At.UtcTicks];

    public static MembershipRow Read<TCursor>(ref TCursor row)
        where TCursor : struct, IRowCursor, allows ref struct => new(
        Tenant: new TenantId(row.Text()),
        Kind: row.Word<WorkKind>(),
        Queue: row.Text(),
        Agent: row.Text(),
        Enabled: row.Flag(),
        Skill: row.IntOrNull(),
        Who: row.Text(),
        At: row.Moment(),
        Removed: false);
}
