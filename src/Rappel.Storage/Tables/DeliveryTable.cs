using Rappel.Core.Calls;
using Rappel.Storage.Webhooks;

namespace Rappel.Storage.Tables;

/// <summary>Rows are added by a statement of their own: whether one is due depends on what waits before it.</summary>
internal sealed class DeliveryTable : ITable<DeliveryRow>
{
    public static string Name => "webhook_delivery";

    public static IReadOnlyList<string> Keys { get; } = [];

    public static IReadOnlyList<string> Columns { get; } =
    [
        "tenant_id", "id", "webhook", "subject", "serial", "event", "event_id", "at", "until_at", "body", "state", "tries", "next_at", "tried_at", "status", "trouble",
        "ended_at",
    ];

    public static string? Guard => null;

    /// <summary>As <see cref="DeliverySql.Add"/> takes them.</summary>
    public static object?[] Values(DeliveryRow d) =>
        [d.Tenant.Value, d.Webhook, d.Subject, d.Serial, d.Event, d.EventId, d.At.UtcTicks, d.Until.UtcTicks, d.Body];

    public static DeliveryRow Read<TCursor>(ref TCursor row)
        where TCursor : struct, IRowCursor, allows ref struct => new(
        new TenantId(row.Text()), row.Long(), row.Text(), row.Text(), row.Long(), row.Text(), row.Text(), row.Moment(), row.Moment(), row.Text(),
        row.Word<DeliveryState>(), row.Int(), row.MomentOrNull(), row.MomentOrNull(), row.IntOrNull(), row.TextOrNull(), row.MomentOrNull());
}
