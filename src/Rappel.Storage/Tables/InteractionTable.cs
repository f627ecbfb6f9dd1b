using Rappel.Core.Calls;
using Rappel.Engine.Journal;

namespace Rappel.Storage.Tables;

internal sealed class InteractionTable : ITable<InteractionRow>
{
    public static string Name => "interaction";

    public static IReadOnlyList<string> Keys { get; } = ["tenant_id", "id"];

    public static IReadOnlyList<string> Columns { get; } =
    [
        "tenant_id", "id", "kind", "parent_id", "channel", "queue", "caller", "dialled", "language", "started_at", "queued_at", "answered_at",
        "ended_at", "agent", "outcome", "expected_wait_told", "expected_wait_error",
        "left_queue_at", "level_threshold",
    ];

    public static string? Guard => null;

    public static object?[] Values(InteractionRow i) =>
    [
        i.Tenant.Value, i.Id.Value, Words.Of(i.Kind), i.Parent?.Value, i.Channel, i.Queue, i.Caller, i.Dialled, i.Language, i.StartedAt.UtcTicks,
        i.QueuedAt?.UtcTicks, i.AnsweredAt?.UtcTicks, i.EndedAt?.UtcTicks, i.Agent, i.Outcome, i.ExpectedWaitTold, i.ExpectedWaitError,
        i.LeftQueueAt?.UtcTicks, i.LevelThreshold,
    ];

    public static InteractionRow Read<TCursor>(ref TCursor row)
        where TCursor : struct, IRowCursor, allows ref struct => new(
        Tenant: new TenantId(row.Text()),
        Id: new InteractionId(row.Long()),
        Kind: row.Word<InteractionKind>(),
        Parent: row.LongOrNull() is { } parent ? new InteractionId(parent) : null,
        Channel: row.TextOrNull(),
        Queue: row.TextOrNull(),
        Caller: row.TextOrNull(),
        Dialled: row.TextOrNull(),
        Language: row.Text(),
        StartedAt: row.Moment(),
        QueuedAt: row.MomentOrNull(),
        AnsweredAt: row.MomentOrNull(),
        EndedAt: row.MomentOrNull(),
        Agent: row.TextOrNull(),
        Outcome: row.TextOrNull(),
        ExpectedWaitTold: row.IntOrNull())
        {
            ExpectedWaitError = row.IntOrNull(),
            LeftQueueAt = row.MomentOrNull(),
            LevelThreshold = row.IntOrNull(),
        };
}
