using Rappel.Core.Calls;
using Rappel.Engine.Journal;

namespace Rappel.Storage.Tables;

internal sealed class RecordingTable : ITable<RecordingRow>
{
    public static string Name => "recording";

    public static IReadOnlyList<string> Keys { get; } = ["tenant_id", "id"];

    public static IReadOnlyList<string> Columns { get; } =
        ["tenant_id", "id", "interaction_id", "callback_id", "queue", "agent", "at", "length_ticks", "file", "state", "expires_at"];

    public static string? Guard => null;

    public static object?[] Values(RecordingRow r) =>
    [
        r.Tenant.Value, r.Id.Value, r.Interaction.Value, r.Callback?.Value, r.Queue, r.Agent, r.At.UtcTicks, r.Length.Ticks, r.File,
        Words.Of(r.State), r.ExpiresAt.UtcTicks,
    ];

    public static RecordingRow Read<TCursor>(ref TCursor row)
        where TCursor : struct, IRowCursor, allows ref struct => new(
        Tenant: new TenantId(row.Text()),
        Id: new RecordingId(row.Long()),
        Interaction: new InteractionId(row.Long()),
        Callback: row.LongOrNull() is { } callback ? new CallbackId(callback) : null,
        Queue: row.TextOrNull(),
        Agent: row.TextOrNull(),
        At: row.Moment(),
        Length: new TimeSpan(row.Long()),
        File: row.Text(),
        State: row.Word<RecordingState>(),
        ExpiresAt: row.Moment());
}
