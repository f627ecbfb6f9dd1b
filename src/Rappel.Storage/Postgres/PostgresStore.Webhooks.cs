using Dapper;
using Rappel.Core.Calls;
using Rappel.Storage.Callers;
using Rappel.Storage.Webhooks;

namespace Rappel.Storage.Postgres;

/// <summary>Events on their way to webhooks, and answers kept for programs that ask again.</summary>
public sealed partial class PostgresStore
{
    /// <inheritdoc/>
    public void AddDeliveries(IReadOnlyList<DeliveryRow> rows) => Write(_ => _writer.Write(rows.Select(row => new DeliveryAdded(row))));

    /// <inheritdoc/>
    public IReadOnlyList<DeliveryRow> DueDeliveries(TenantId tenant, string webhook, Instant now, int limit) => Read(connection =>
        All<DeliveryTable, DeliveryRow>(connection, DeliverySql.Due, new { Tenant = tenant.Value, webhook, Now = now.UtcTicks, limit }));

    /// <inheritdoc/>
    public Instant? NextDelivery(TenantId tenant, string webhook, Instant after) => Moment(Read(connection => connection.ExecuteScalar<long?>(
        DeliverySql.NextDue, new { Tenant = tenant.Value, webhook, After = after.UtcTicks })));

    /// <inheritdoc/>
    public void EndTries(IReadOnlyList<DeliveryTry> tries) => Write(connection =>
    {
        foreach (var done in tries)
        {
            var ended = done.State == DeliveryState.Waiting ? (long?)null : done.At.UtcTicks;
            connection.Execute(DeliverySql.EndTry, new
            {
                done.Id,
                At = done.At.UtcTicks,
                done.Status,
                done.Trouble,
                State = Words.Of(done.State),
                Next = done.Next?.UtcTicks,
                Ended = ended,
            });
            if (ended is not null)
            {
                connection.Execute(DeliverySql.FollowerIsDue, new { done.Id, At = done.At.UtcTicks });
            }
        }
    });

    /// <inheritdoc/>
    public void HastenDeliveries(TenantId tenant, string webhook, Instant now) => Write(connection => connection.Execute(
        DeliverySql.Hasten, new { Tenant = tenant.Value, webhook, Now = now.UtcTicks }));

    /// <inheritdoc/>
    public void GiveUpDeliveries(TenantId tenant, string webhook, Instant now, string trouble) => Write(connection => connection.Execute(
        DeliverySql.GiveUp, new { Tenant = tenant.Value, webhook, trouble, Now = now.UtcTicks }));

    /// <inheritdoc/>
    public bool RetryDelivery(TenantId tenant, string webhook, long id, Instant now, Instant until)
    {
        var changed = 0;
        Write(connection =>
        {
            changed = connection.Execute(DeliverySql.Retry, new { Tenant = tenant.Value, webhook, id, Now = now.UtcTicks, Until = until.UtcTicks });
            connection.Execute(DeliverySql.Behind, new { id });
        });
        return changed > 0;
    }

    /// <inheritdoc/>
    public IReadOnlyList<WebhookBacklog> Backlogs(TenantId tenant) => Read(connection =>
        connection.Query<(string Webhook, long Waiting, long? Oldest, long? Next, long GivenUp)>(DeliverySql.Backlogs, new { Tenant = tenant.Value })
            .Select(r => new WebhookBacklog(r.Webhook, r.Waiting, Moment(r.Oldest), Moment(r.Next), r.GivenUp)).ToList());

    /// <inheritdoc/>
    public IReadOnlyList<DeliveryRow> FindDeliveries(TenantId tenant, string webhook, DeliveryState? state, int limit, long? beforeId) => Read(connection =>
        All<DeliveryTable, DeliveryRow>(
            connection, DeliverySql.Find(state is not null, beforeId is not null),
            new { Tenant = tenant.Value, webhook, State = state is { } word ? Words.Of(word) : null, beforeId, Limit = Page(limit) }));

    /// <inheritdoc/>
    public DeliveryRow? GetDelivery(TenantId tenant, string webhook, long id) => Read(connection => All<DeliveryTable, DeliveryRow>(
        connection, $"{DeliverySql.OfWebhook} AND id = @id", new { Tenant = tenant.Value, webhook, id }).FirstOrDefault());

    /// <inheritdoc/>
    public DeliveryRow? LastTried(TenantId tenant, string webhook) => Read(connection => All<DeliveryTable, DeliveryRow>(
        connection, DeliverySql.LastTried, new { Tenant = tenant.Value, webhook }).FirstOrDefault());

    /// <inheritdoc/>
    public bool PruneDeliveries(TenantId tenant, Instant endedBefore, int most)
    {
        var removed = 0;
        Write(connection => removed = connection.Execute(DeliverySql.Prune, new { Tenant = tenant.Value, Before = endedBefore.UtcTicks, most }));
        return removed == most;
    }

    /// <inheritdoc/>
    public KeptAnswer? FindAnswer(TenantId tenant, string source, string key) => Read(connection => All<AnswerTable, KeptAnswer>(
        connection, "tenant_id = @Tenant AND source = @source AND key = @key", new { Tenant = tenant.Value, source, key }).FirstOrDefault());

    /// <inheritdoc/>
    public void KeepAnswer(KeptAnswer answer) => Write(_ => _writer.Put<AnswerTable, KeptAnswer>([answer]));

    /// <inheritdoc/>
    public void PruneAnswers(TenantId tenant, Instant before) => Write(connection => connection.Execute(
        "DELETE FROM idempotency WHERE tenant_id = @Tenant AND at < @Before", new { Tenant = tenant.Value, Before = before.UtcTicks }));

    private static Instant? Moment(long? ticks) => ticks is { } known ? new Instant(known, TimeSpan.Zero) : null;
}
