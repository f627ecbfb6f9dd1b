using Microsoft.Data.Sqlite;
using Rappel.Core.Calls;
using Rappel.Storage.Webhooks;

namespace Rappel.Storage.Sqlite;

/// <summary>Rows are added by a statement of their own: whether one is due depends on what waits before it.</summary>
internal sealed class DeliveryTable : ITable<DeliveryRow>
{
    private const string Added =
        "INSERT INTO webhook_delivery (tenant_id, webhook, subject, serial, event, event_id, at, until_at, body, state, tries, next_at) " +
        "VALUES (@tenant, @webhook, @subject, @serial, @event, @eventId, @at, @until, @body, 'waiting', 0, CASE WHEN EXISTS " +
        "(SELECT 1 FROM webhook_delivery w WHERE w.tenant_id = @tenant AND w.webhook = @webhook AND w.subject = @subject AND w.state = 'waiting') " +
        "THEN NULL ELSE @at END) ON CONFLICT DO NOTHING";

    public static string Name => "webhook_delivery";

    public static IReadOnlyList<string> Keys { get; } = [];

    public static IReadOnlyList<string> Columns { get; } =
    [
        "tenant_id", "id", "webhook", "subject", "serial", "event", "event_id", "at", "until_at", "body", "state", "tries", "next_at", "tried_at", "status", "trouble",
        "ended_at",
    ];

    public static string? Guard => null;

    public static PreparedWrite Add(SqliteConnection connection) => new(connection, Added);

    /// <summary>As <see cref="Add"/> takes them.</summary>
    public static object?[] Values(DeliveryRow d) =>
        [d.Tenant.Value, d.Webhook, d.Subject, d.Serial, d.Event, d.EventId, d.At.UtcTicks, d.Until.UtcTicks, d.Body];

    public static DeliveryRow Read(ref RowCursor row) => new(
        new TenantId(row.Text()), row.Long(), row.Text(), row.Text(), row.Long(), row.Text(), row.Text(), row.Moment(), row.Moment(), row.Text(),
        row.Word<DeliveryState>(), row.Int(), row.MomentOrNull(), row.MomentOrNull(), row.IntOrNull(), row.TextOrNull(), row.MomentOrNull());
}
