using System.Collections.Immutable;
using System.Threading.Tasks;
using Dapper;
using Microsoft.Data.Sqlite;
using Rappel.Core.Callbacks;
using Rappel.Core.Calls;
using Rappel.Engine.Journal;

namespace Rappel.Storage.Sqlite;

/// <summary>What the engine starts from.</summary>
public sealed partial class SqliteStore
{
    /// <summary>Open requests from which on a second reader is worth its while.</summary>
    internal const int RowsForTwoReaders = 20_000;

    /// <inheritdoc/>
    public StoredState Load(TenantId tenant)
    {
        // Two connections may read, each with a snapshot of its own: nothing is written between them.
        lock (_writing)
        {
            return Read(connection => Load(connection, tenant));
        }
    }

    private StoredState Load(SqliteConnection connection, TenantId tenant)
    {
        var key = new { Tenant = tenant.Value };
        // One read transaction: the parts belong to the same moment. The conditions are those of the partial indexes, word for word, and
        // the indexes are named: left to itself the planner may walk all that ever was.
        using var transaction = connection.BeginTransaction(deferred: true);
        return new StoredState(
            Callbacks: OpenCallbacks(connection, tenant),
            OpenAttempts: [.. All<AttemptTable, StoreRow.OfAttempt>(
                connection, "tenant_id = @Tenant AND outcome IS NULL ORDER BY callback_id, serial", key, "attempt_open").Select(r => r.Attempt)],
            OpenOffers: All<OfferTable, OfferRow>(connection, "tenant_id = @Tenant AND outcome IS NULL ORDER BY id", key, "offer_open"),
            OpenInteractions: All<InteractionTable, InteractionRow>(
                connection, "tenant_id = @Tenant AND ended_at IS NULL AND (kind <> 'callback' OR answered_at IS NOT NULL) ORDER BY id", key, "interaction_under_way"),
            Agents: All<AgentTable, AgentRow>(connection, "tenant_id = @Tenant ORDER BY agent", key),
            Bindings: All<BindingTable, BindingRow>(connection, "tenant_id = @Tenant ORDER BY user_name, contact", key),
            OpenVoicemails: All<VoicemailTable, VoicemailRow>(
                connection, "tenant_id = @Tenant AND status IN ('recording', 'new', 'heard') ORDER BY id", key, "voicemail_open"),
            // A callback's own interaction may be known from its request before its own row is written.
            LastInteractionId: Math.Max(
                Last(connection, "id", "interaction", tenant),
                Math.Max(Last(connection, "interaction_id", "callback", tenant), Last(connection, "id", "voicemail", tenant))),
            LastCallbackId: Last(connection, "id", "callback", tenant),
            LastOfferId: Last(connection, "id", "offer", tenant))
        {
            OpenRecordings = All<RecordingTable, RecordingRow>(connection, "tenant_id = @Tenant AND state = 'recording' ORDER BY id", key, "recording_open"),
            LastRecordingId = Last(connection, "id", "recording", tenant),
            Memberships = All<MembershipTable, MembershipRow>(connection, "tenant_id = @Tenant ORDER BY kind, queue, agent", key),
        };
    }

    /// <summary>By two readers at once where they are many: to read a row costs this program more than it costs SQLite.</summary>
    private ImmutableArray<CallbackRequest> OpenCallbacks(SqliteConnection connection, TenantId tenant)
    {
        const string open = "tenant_id = @Tenant AND is_final = 0";
        var count = connection.ExecuteScalar<int>($"SELECT count(*) FROM callback INDEXED BY callback_open WHERE {open}", new { Tenant = tenant.Value });
        if (count < RowsForTwoReaders)
        {
            return All<CallbackTable, CallbackRequest>(connection, $"{open} ORDER BY id", new { Tenant = tenant.Value }, "callback_open");
        }

        var key = new
        {
            Tenant = tenant.Value,
            Middle = connection.ExecuteScalar<long>(
                $"SELECT id FROM callback INDEXED BY callback_open WHERE {open} ORDER BY id LIMIT 1 OFFSET @Half", new { Tenant = tenant.Value, Half = count / 2 }),
        };
        var later = Task.Run(() => Read(other =>
            All<CallbackTable, CallbackRequest>(other, $"{open} AND id >= @Middle ORDER BY id", key, "callback_open")));
        var earlier = All<CallbackTable, CallbackRequest>(connection, $"{open} AND id < @Middle ORDER BY id", key, "callback_open");
        return [.. earlier, .. later.GetAwaiter().GetResult()];
    }
}
