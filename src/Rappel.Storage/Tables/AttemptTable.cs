using Rappel.Core.Callbacks;
using Rappel.Core.Calls;
using Rappel.Engine.Journal;

namespace Rappel.Storage.Tables;

internal sealed class AttemptTable : ITable<StoreRow.OfAttempt>
{
    public static string Name => "attempt";

    public static IReadOnlyList<string> Keys { get; } = ["tenant_id", "callback_id", "serial"];

    public static IReadOnlyList<string> Columns { get; } =
    [
        "tenant_id", "callback_id", "serial", "number", "agent", "begun_at", "rung_at", "answered_at", "ended_at", "outcome", "uses_attempt",
        "sip_status", "queue",
    ];

    public static string? Guard => null;

    public static object?[] Values(StoreRow.OfAttempt row)
    {
        var a = row.Attempt;
        return
        [
            row.Tenant.Value, a.Callback.Value, a.Serial, a.Number, a.Agent, a.BegunAt.UtcTicks, a.RungAt?.UtcTicks, a.AnsweredAt?.UtcTicks,
            a.EndedAt?.UtcTicks, a.Outcome is { } outcome ? Words.Of(outcome) : null, a.UsesAttempt, a.SipStatus,
            row.Queue,
        ];
    }

    public static StoreRow.OfAttempt Read<TCursor>(ref TCursor row)
        where TCursor : struct, IRowCursor, allows ref struct => new(
        new TenantId(row.Text()),
        new CallbackAttempt(
            Callback: new CallbackId(row.Long()),
            Serial: row.Int(),
            Number: row.Int(),
            Agent: row.TextOrNull(),
            BegunAt: row.Moment(),
            RungAt: row.MomentOrNull(),
            AnsweredAt: row.MomentOrNull(),
            EndedAt: row.MomentOrNull(),
            Outcome: row.WordOrNull<AttemptOutcome>(),
            UsesAttempt: row.Flag(),
            SipStatus: row.IntOrNull()))
        {
            Queue = row.TextOrNull(),
        };
}
