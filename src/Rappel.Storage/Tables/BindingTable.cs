using Rappel.Core.Calls;
using Rappel.Engine.Journal;

namespace Rappel.Storage.Tables;

internal sealed class BindingTable : ITable<BindingRow>
{
    public static string Name => "binding";

    public static IReadOnlyList<string> Keys { get; } = ["tenant_id", "user_name", "contact"];

    public static IReadOnlyList<string> Columns { get; } =
    [
        "tenant_id", "user_name", "contact", "transport", "remote_address", "remote_port", "expires_at", "user_agent_name", "call_id", "cseq",
    ];

    public static string? Guard => null;

    public static object?[] Values(BindingRow b) =>
    [
        b.Tenant.Value, b.User, b.Contact, b.Transport, b.RemoteAddress, b.RemotePort, b.ExpiresAt.UtcTicks, b.UserAgentName, b.CallId, b.CSeq,
    ];

    public static BindingRow Read<TCursor>(ref TCursor row)
        where TCursor : struct, IRowCursor, allows ref struct => new(
        Tenant: new TenantId(row.Text()),
        User: row.Text(),
        Contact: row.Text(),
        Transport: row.Text(),
        RemoteAddress: row.Text(),
        RemotePort: row.Int(),
        ExpiresAt: row.Moment(),
        UserAgentName: row.Text(),
        CallId: row.Text(),
        CSeq: row.Long(),
        Removed: false);
}
