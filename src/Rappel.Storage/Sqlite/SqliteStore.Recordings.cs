using Dapper;
using Rappel.Core.Calls;
using Rappel.Engine.Journal;

namespace Rappel.Storage.Sqlite;

/// <summary>Recorded conversations.</summary>
public sealed partial class SqliteStore
{
    /// <inheritdoc/>
    public IReadOnlyList<RecordingRow> RecordingsOf(TenantId tenant, InteractionId interaction) => Read(connection =>
        All<RecordingTable, RecordingRow>(
            connection, "tenant_id = @Tenant AND interaction_id = @Interaction ORDER BY id LIMIT @Limit",
            new { Tenant = tenant.Value, Interaction = interaction.Value, Limit = Page(int.MaxValue) }));

    /// <inheritdoc/>
    public RecordingRow? GetRecording(TenantId tenant, RecordingId id) => Read(connection => All<RecordingTable, RecordingRow>(
        connection, "tenant_id = @Tenant AND id = @Id", new { Tenant = tenant.Value, Id = id.Value }).FirstOrDefault());

    /// <inheritdoc/>
    public IReadOnlyList<RecordingRow> ExpiredRecordings(TenantId tenant, Instant now, int limit) => Read(connection =>
        All<RecordingTable, RecordingRow>(
            connection, "tenant_id = @Tenant AND state IN ('kept', 'failed') AND expires_at <= @Now ORDER BY expires_at, id LIMIT @Limit",
            new { Tenant = tenant.Value, Now = now.UtcTicks, Limit = Page(limit) }));

    /// <inheritdoc/>
    public void MarkRecordingDeleted(TenantId tenant, RecordingId id) => Write(connection => connection.Execute(
        "UPDATE recording SET state = 'deleted' WHERE tenant_id = @Tenant AND id = @Id", new { Tenant = tenant.Value, Id = id.Value }));
}
