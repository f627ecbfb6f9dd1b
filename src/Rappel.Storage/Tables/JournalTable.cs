using Rappel.Core.Calls;
using Rappel.Engine.Journal;

namespace Rappel.Storage.Tables;

internal sealed class JournalTable : ITable<JournalRow>
{
    public static string Name => "journal";

    /// <summary>None: entries are added, never changed.</summary>
    public static IReadOnlyList<string> Keys { get; } = [];

    public static IReadOnlyList<string> Columns { get; } = ["tenant_id", "at", "subject", "event", "detail", "who"];

    public static string? Guard => null;

    public static object?[] Values(JournalRow j) => [j.Tenant.Value, j.At.UtcTicks, j.Subject, j.Event, j.Detail, j.Who];

    public static JournalRow Read<TCursor>(ref TCursor row)
        where TCursor : struct, IRowCursor, allows ref struct =>
        new(new TenantId(row.Text()), row.Moment(), row.Text(), row.Text(), row.TextOrNull(), row.TextOrNull());
}
