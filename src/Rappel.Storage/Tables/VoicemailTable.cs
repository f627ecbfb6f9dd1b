using Rappel.Core.Calls;
using Rappel.Engine.Journal;

namespace Rappel.Storage.Tables;

internal sealed class VoicemailTable : ITable<VoicemailRow>
{
    public static string Name => "voicemail";

    public static IReadOnlyList<string> Keys { get; } = ["tenant_id", "id"];

    public static IReadOnlyList<string> Columns { get; } =
        ["tenant_id", "id", "parent_id", "queue", "caller", "language", "at", "length_ticks", "file", "status", "agent", "closed_at", "closed_by",
            "note"];

    public static string? Guard => null;

    public static object?[] Values(VoicemailRow v) =>
    [
        v.Tenant.Value, v.Id.Value, v.Parent?.Value, v.Queue, v.Caller, v.Language, v.At.UtcTicks, v.Length.Ticks, v.File, Words.Of(v.Status), v.Agent,
        v.ClosedAt?.UtcTicks, v.ClosedBy, v.Note,
    ];

    public static VoicemailRow Read<TCursor>(ref TCursor row)
        where TCursor : struct, IRowCursor, allows ref struct => new(
        Tenant: new TenantId(row.Text()),
        Id: new InteractionId(row.Long()),
        Parent: row.LongOrNull() is { } parent ? new InteractionId(parent) : null,
        Queue: row.Text(),
        Caller: row.TextOrNull(),
        Language: row.Text(),
        At: row.Moment(),
        Length: new TimeSpan(row.Long()),
        File: row.Text(),
        Status: row.Word<VoicemailStatus>(),
        Agent: row.TextOrNull())
        {
            ClosedAt = row.MomentOrNull(),
            ClosedBy = row.TextOrNull(),
            Note = row.TextOrNull(),
        };
}
