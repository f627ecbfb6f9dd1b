using Rappel.Core.Calls;
using Rappel.Engine.Journal;

namespace Rappel.Storage.Tables;

internal sealed class QueueStayTable : ITable<QueueStayRow>
{
    public static string Name => "queue_stay";

    public static IReadOnlyList<string> Keys { get; } = ["tenant_id", "interaction_id", "entered_at"];

    public static IReadOnlyList<string> Columns { get; } = ["tenant_id", "interaction_id", "entered_at", "queue", "channel", "left_at"];

    public static string? Guard => null;

    public static object?[] Values(QueueStayRow s) =>
        [s.Tenant.Value, s.Interaction.Value, s.EnteredAt.UtcTicks, s.Queue, s.Channel, s.LeftAt.UtcTicks];

    public static QueueStayRow Read<TCursor>(ref TCursor row)
        where TCursor : struct, IRowCursor, allows ref struct
    {
        var (tenant, interaction, entered) = (new TenantId(row.Text()), new InteractionId(row.Long()), row.Moment());
        return new QueueStayRow(tenant, interaction, row.Text(), row.TextOrNull(), entered, row.Moment());
    }
}
