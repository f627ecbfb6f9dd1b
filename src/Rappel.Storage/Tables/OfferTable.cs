using Rappel.Core.Acd;
using Rappel.Core.Calls;
using Rappel.Engine.Journal;

namespace Rappel.Storage.Tables;

internal sealed class OfferTable : ITable<OfferRow>
{
    public static string Name => "offer";

    public static IReadOnlyList<string> Keys { get; } = ["tenant_id", "id"];

    public static IReadOnlyList<string> Columns { get; } =
        ["tenant_id", "id", "agent", "queue", "kind", "interaction_id", "callback_id", "at", "ended_at", "outcome", "talked_from",
        "talked_until"];

    public static string? Guard => null;

    public static object?[] Values(OfferRow o) =>
    [
        o.Tenant.Value, o.Id.Value, o.Agent, o.Queue, Words.Of(o.Kind), o.Interaction.Value, o.Callback?.Value, o.At.UtcTicks, o.EndedAt?.UtcTicks,
        o.Outcome is { } outcome ? Words.Of(outcome) : null, o.TalkedFrom?.UtcTicks, o.TalkedUntil?.UtcTicks,
    ];

    public static OfferRow Read<TCursor>(ref TCursor row)
        where TCursor : struct, IRowCursor, allows ref struct => new(
        Tenant: new TenantId(row.Text()),
        Id: new OfferId(row.Long()),
        Agent: row.Text(),
        Queue: row.Text(),
        Kind: row.Word<WorkKind>(),
        Interaction: new InteractionId(row.Long()),
        Callback: row.LongOrNull() is { } callback ? new CallbackId(callback) : null,
        At: row.Moment(),
        EndedAt: row.MomentOrNull(),
        Outcome: row.WordOrNull<OfferOutcome>())
        {
            TalkedFrom = row.MomentOrNull(),
            TalkedUntil = row.MomentOrNull(),
        };
}
