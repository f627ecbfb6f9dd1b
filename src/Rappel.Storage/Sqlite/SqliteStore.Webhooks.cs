using Dapper;
using Microsoft.Data.Sqlite;
using Rappel.Core.Calls;
using Rappel.Storage.Callers;
using Rappel.Storage.Webhooks;

namespace Rappel.Storage.Sqlite;

/// <summary>Events on their way to webhooks, and answers kept for programs that ask again.</summary>
public sealed partial class SqliteStore : IWebhookStore, IKeptAnswers
{
    private const string OfWebhook = "tenant_id = @Tenant AND webhook = @webhook";

    // The oldest that waits of the same subject, now that this one no longer does.
    private const string FollowerIsDue =
        "UPDATE webhook_delivery SET next_at = @At WHERE id = (SELECT w.id FROM webhook_delivery w JOIN webhook_delivery d " +
        "ON w.tenant_id = d.tenant_id AND w.webhook = d.webhook AND w.subject = d.subject WHERE d.id = @Id AND w.state = 'waiting' ORDER BY w.id LIMIT 1) " +
        "AND next_at IS NULL";

    /// <inheritdoc/>
    public void AddDeliveries(IReadOnlyList<DeliveryRow> rows) => Write(_ =>
    {
        foreach (var row in rows)
        {
            _writer.Write(new DeliveryAdded(row));
        }
    });

    /// <inheritdoc/>
    public IReadOnlyList<DeliveryRow> DueDeliveries(TenantId tenant, string webhook, Instant now, int limit) => Read(connection =>
        All<DeliveryTable, DeliveryRow>(
            connection, $"{OfWebhook} AND next_at IS NOT NULL AND next_at <= @Now ORDER BY next_at, id LIMIT @limit",
            new { Tenant = tenant.Value, webhook, Now = now.UtcTicks, limit }, "webhook_delivery_due"));

    /// <inheritdoc/>
    public Instant? NextDelivery(TenantId tenant, string webhook, Instant after) => Moment(Read(connection => connection.ExecuteScalar<long?>(
        $"SELECT min(next_at) FROM webhook_delivery INDEXED BY webhook_delivery_due WHERE {OfWebhook} AND next_at IS NOT NULL AND next_at > @After",
        new { Tenant = tenant.Value, webhook, After = after.UtcTicks })));

    /// <inheritdoc/>
    public void EndTries(IReadOnlyList<DeliveryTry> tries) => Write(connection =>
    {
        foreach (var done in tries)
        {
            var values = new
            {
                done.Id,
                At = done.At.UtcTicks,
                done.Status,
                done.Trouble,
                State = Words.Of(done.State),
                Next = done.Next?.UtcTicks,
                Ended = done.State == DeliveryState.Waiting ? (long?)null : done.At.UtcTicks,
            };
            connection.Execute(
                "UPDATE webhook_delivery SET tries = tries + 1, tried_at = @At, status = @Status, trouble = @Trouble, state = @State, next_at = @Next, ended_at = @Ended " +
                "WHERE id = @Id", values);
            if (done.State != DeliveryState.Waiting)
            {
                connection.Execute(FollowerIsDue, values);
            }
        }
    });

    /// <inheritdoc/>
    public void HastenDeliveries(TenantId tenant, string webhook, Instant now) => Write(connection => connection.Execute(
        $"UPDATE webhook_delivery SET next_at = @Now WHERE {OfWebhook} AND next_at IS NOT NULL AND next_at > @Now",
        new { Tenant = tenant.Value, webhook, Now = now.UtcTicks }));

    /// <inheritdoc/>
    public void GiveUpDeliveries(TenantId tenant, string webhook, Instant now, string trouble) => Write(connection => connection.Execute(
        $"UPDATE webhook_delivery SET state = 'given-up', next_at = NULL, trouble = @trouble, ended_at = @Now WHERE {OfWebhook} AND state = 'waiting'",
        new { Tenant = tenant.Value, webhook, trouble, Now = now.UtcTicks }));

    /// <inheritdoc/>
    public bool RetryDelivery(TenantId tenant, string webhook, long id, Instant now, Instant until)
    {
        var changed = 0;
        Write(connection =>
        {
            // Behind an older one that waits it stays in its order.
            changed = connection.Execute(
                $"UPDATE webhook_delivery AS d SET state = 'waiting', ended_at = NULL, until_at = @Until, next_at = CASE WHEN EXISTS (SELECT 1 FROM webhook_delivery w " +
                "WHERE w.tenant_id = d.tenant_id AND w.webhook = d.webhook AND w.subject = d.subject AND w.state = 'waiting' AND w.id < d.id) THEN NULL ELSE @Now END " +
                $"WHERE {OfWebhook} AND id = @id",
                new { Tenant = tenant.Value, webhook, id, Now = now.UtcTicks, Until = until.UtcTicks });
            connection.Execute(
                "UPDATE webhook_delivery SET next_at = NULL WHERE id > @id AND state = 'waiting' AND (tenant_id, webhook, subject) = " +
                "(SELECT tenant_id, webhook, subject FROM webhook_delivery WHERE id = @id)", new { id });
        });
        return changed > 0;
    }

    /// <inheritdoc/>
    public IReadOnlyList<WebhookBacklog> Backlogs(TenantId tenant) => Read(connection => connection.Query<(string Webhook, long Waiting, long? Oldest, long? Next, long GivenUp)>(
        "SELECT webhook, sum(state = 'waiting'), min(CASE WHEN state = 'waiting' THEN at END), min(next_at), sum(state = 'given-up') " +
        "FROM webhook_delivery WHERE tenant_id = @Tenant GROUP BY webhook ORDER BY webhook", new { Tenant = tenant.Value })
        .Select(r => new WebhookBacklog(r.Webhook, r.Waiting, Moment(r.Oldest), Moment(r.Next), r.GivenUp)).ToList());

    /// <inheritdoc/>
    public IReadOnlyList<DeliveryRow> FindDeliveries(TenantId tenant, string webhook, DeliveryState? state, int limit, long? beforeId) => Read(connection =>
        All<DeliveryTable, DeliveryRow>(
            connection,
            $"{OfWebhook}{(state is null ? "" : " AND state = @State")}{(beforeId is null ? "" : " AND id < @beforeId")} ORDER BY id DESC LIMIT @Limit",
            new { Tenant = tenant.Value, webhook, State = state is { } word ? Words.Of(word) : null, beforeId, Limit = Page(limit) }));

    /// <inheritdoc/>
    public DeliveryRow? GetDelivery(TenantId tenant, string webhook, long id) => Read(connection => All<DeliveryTable, DeliveryRow>(
        connection, $"{OfWebhook} AND id = @id", new { Tenant = tenant.Value, webhook, id }).FirstOrDefault());

    /// <inheritdoc/>
    public DeliveryRow? LastTried(TenantId tenant, string webhook) => Read(connection => All<DeliveryTable, DeliveryRow>(
        connection, $"{OfWebhook} AND tried_at IS NOT NULL ORDER BY tried_at DESC LIMIT 1", new { Tenant = tenant.Value, webhook }).FirstOrDefault());

    /// <inheritdoc/>
    public bool PruneDeliveries(TenantId tenant, Instant endedBefore, int most)
    {
        var removed = 0;
        Write(connection => removed = connection.Execute(
            "DELETE FROM webhook_delivery WHERE id IN (SELECT id FROM webhook_delivery INDEXED BY webhook_delivery_ended " +
            "WHERE tenant_id = @Tenant AND ended_at IS NOT NULL AND ended_at < @Before LIMIT @most)",
            new { Tenant = tenant.Value, Before = endedBefore.UtcTicks, most }));
        return removed == most;
    }

    /// <inheritdoc/>
    public KeptAnswer? FindAnswer(TenantId tenant, string source, string key) => Read(connection => All<AnswerTable, KeptAnswer>(
        connection, "tenant_id = @Tenant AND source = @source AND key = @key", new { Tenant = tenant.Value, source, key }).FirstOrDefault());

    /// <inheritdoc/>
    public void KeepAnswer(KeptAnswer answer) => Write(connection =>
    {
        using var write = PreparedWrite.Upsert<AnswerTable, KeptAnswer>(connection);
        write.Run(AnswerTable.Values(answer));
    });

    /// <inheritdoc/>
    public void PruneAnswers(TenantId tenant, Instant before) => Write(connection => connection.Execute(
        "DELETE FROM idempotency WHERE tenant_id = @Tenant AND at < @Before", new { Tenant = tenant.Value, Before = before.UtcTicks }));

    private static Instant? Moment(long? ticks) => ticks is { } known ? new Instant(known, TimeSpan.Zero) : null;
}
