using Rappel.Core.Calls;
using Rappel.Engine.Journal;

namespace Rappel.Storage.Sqlite;

/// <summary>One agent's day, and messages.</summary>
public sealed partial class SqliteStore
{
    /// <inheritdoc/>
    public IReadOnlyList<VoicemailRow> FindVoicemails(TenantId tenant, VoicemailFilter filter)
    {
        var where = new List<string> { "tenant_id = @Tenant" };
        Add(where, filter.BeforeId is not null, "id < @BeforeId");
        Add(where, filter.Open, "status IN ('new', 'heard')");
        Add(where, filter.Status is not null, "status = @Status");
        Add(where, filter.Status is null && !filter.Open, "status IN ('new', 'heard', 'closed')");
        Add(where, filter.Queues is not null, "queue IN @Queues");
        string[] sought = [.. new[] { filter.Number is null ? null : "instr(caller, @Number) > 0", filter.Text is null ? null : "instr(lower(note), lower(@Text)) > 0" }.OfType<string>()];
        Add(where, sought.Length > 0, $"({string.Join(" OR ", sought)})");
        return Read(connection => All<VoicemailTable, VoicemailRow>(connection, string.Join(" AND ", where) + " ORDER BY id DESC LIMIT @Limit", new
        {
            Tenant = tenant.Value,
            filter.BeforeId,
            Status = filter.Status is { } status ? Words.Of(status) : null,
            Queues = filter.Queues?.ToArray(),
            filter.Number,
            filter.Text,
            Limit = Page(filter.Limit),
        }));
    }

    /// <inheritdoc/>
    public VoicemailRow? GetVoicemail(TenantId tenant, InteractionId id) => Read(connection => All<VoicemailTable, VoicemailRow>(
        connection, "tenant_id = @Tenant AND id = @Id", new { Tenant = tenant.Value, Id = id.Value }).FirstOrDefault());

    /// <inheritdoc/>
    public IReadOnlyList<OfferRow> OffersTo(TenantId tenant, string agent, Instant since, int limit) => Read(connection => All<OfferTable, OfferRow>(
        connection, "tenant_id = @Tenant AND agent = @Agent AND at >= @Since ORDER BY at, id LIMIT @Limit",
        new { Tenant = tenant.Value, Agent = agent, Since = since.UtcTicks, Limit = limit }));

    /// <inheritdoc/>
    public IReadOnlyList<JournalRow> StatusesOf(TenantId tenant, string agent, Instant since, int limit) => Read<IReadOnlyList<JournalRow>>(connection =>
    {
        const string ofAgent = "tenant_id = @Tenant AND subject = @Subject AND event = 'status' AND at ";
        var key = new { Tenant = tenant.Value, Subject = $"agent-{agent}", Since = since.UtcTicks, Limit = limit };
        return
        [
            .. All<JournalTable, JournalRow>(connection, $"{ofAgent}< @Since ORDER BY at DESC, serial DESC LIMIT 1", key),
            .. All<JournalTable, JournalRow>(connection, $"{ofAgent}>= @Since ORDER BY at, serial LIMIT @Limit", key),
        ];
    });
}
