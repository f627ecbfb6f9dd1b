using Dapper;
using Npgsql;
using Rappel.Core.Callbacks;
using Rappel.Core.Calls;
using Rappel.Engine.Journal;

namespace Rappel.Storage.Postgres;

/// <summary>What the engine starts from. The conditions are those of the partial indexes.</summary>
public sealed partial class PostgresStore
{
    /// <inheritdoc/>
    public StoredState Load(TenantId tenant) => ReadTogether(connection =>
    {
        var key = new { Tenant = tenant.Value };
        return new StoredState(
            Callbacks: All<CallbackTable, CallbackRequest>(connection, "tenant_id = @Tenant AND NOT is_final ORDER BY id", key),
            OpenAttempts: [.. All<AttemptTable, StoreRow.OfAttempt>(
                connection, "tenant_id = @Tenant AND outcome IS NULL ORDER BY callback_id, serial", key).Select(r => r.Attempt)],
            OpenOffers: All<OfferTable, OfferRow>(connection, "tenant_id = @Tenant AND outcome IS NULL ORDER BY id", key),
            OpenInteractions: All<InteractionTable, InteractionRow>(
                connection, "tenant_id = @Tenant AND ended_at IS NULL AND (kind <> 'callback' OR answered_at IS NOT NULL) ORDER BY id", key),
            Agents: All<AgentTable, AgentRow>(connection, "tenant_id = @Tenant ORDER BY agent", key),
            Bindings: All<BindingTable, BindingRow>(connection, "tenant_id = @Tenant ORDER BY user_name, contact", key),
            OpenVoicemails: All<VoicemailTable, VoicemailRow>(
                connection, "tenant_id = @Tenant AND status IN ('recording', 'new', 'heard') ORDER BY id", key),
            // A callback's own interaction may be known from its request before its own row is written.
            LastInteractionId: Math.Max(
                Last(connection, "id", "interaction", tenant),
                Math.Max(Last(connection, "interaction_id", "callback", tenant), Last(connection, "id", "voicemail", tenant))),
            LastCallbackId: Last(connection, "id", "callback", tenant),
            LastOfferId: Last(connection, "id", "offer", tenant))
        {
            OpenRecordings = All<RecordingTable, RecordingRow>(connection, "tenant_id = @Tenant AND state = 'recording' ORDER BY id", key),
            LastRecordingId = Last(connection, "id", "recording", tenant),
            Memberships = All<MembershipTable, MembershipRow>(connection, "tenant_id = @Tenant ORDER BY kind, queue, agent", key),
        };
    });

    private static long Last(NpgsqlConnection connection, string column, string table, TenantId tenant) => connection.ExecuteScalar<long?>(
        $"SELECT max({column}) FROM {table} WHERE tenant_id = @Tenant", new { Tenant = tenant.Value }) ?? 0;
}
