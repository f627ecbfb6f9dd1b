namespace Rappel.Storage.Tables;

/// <summary>What is asked of the deliveries' table, in the words that all databases share.</summary>
internal static class DeliverySql
{
    public const string OfWebhook = "tenant_id = @Tenant AND webhook = @webhook";

    public const string Due = $"{OfWebhook} AND next_at IS NOT NULL AND next_at <= @Now ORDER BY next_at, id LIMIT @limit";

    public const string NextDue = $"SELECT min(next_at) FROM webhook_delivery WHERE {OfWebhook} AND next_at IS NOT NULL AND next_at > @After";

    public const string EndTry =
        "UPDATE webhook_delivery SET tries = tries + 1, tried_at = @At, status = @Status, trouble = @Trouble, state = @State, next_at = @Next, ended_at = @Ended WHERE id = @Id";

    /// <summary>The oldest that waits of the same subject, now that this one no longer does.</summary>
    public const string FollowerIsDue =
        "UPDATE webhook_delivery SET next_at = @At WHERE id = (SELECT w.id FROM webhook_delivery w JOIN webhook_delivery d " +
        "ON w.tenant_id = d.tenant_id AND w.webhook = d.webhook AND w.subject = d.subject WHERE d.id = @Id AND w.state = 'waiting' ORDER BY w.id LIMIT 1) " +
        "AND next_at IS NULL";

    public const string Hasten = $"UPDATE webhook_delivery SET next_at = @Now WHERE {OfWebhook} AND next_at IS NOT NULL AND next_at > @Now";

    public const string GiveUp =
        $"UPDATE webhook_delivery SET state = 'given-up', next_at = NULL, trouble = @trouble, ended_at = @Now WHERE {OfWebhook} AND state = 'waiting'";

    /// <summary>Behind an older one that waits it stays in its order.</summary>
    public const string Retry =
        "UPDATE webhook_delivery AS d SET state = 'waiting', ended_at = NULL, until_at = @Until, next_at = CASE WHEN EXISTS (SELECT 1 FROM webhook_delivery w " +
        "WHERE w.tenant_id = d.tenant_id AND w.webhook = d.webhook AND w.subject = d.subject AND w.state = 'waiting' AND w.id < d.id) THEN NULL ELSE @Now END " +
        $"WHERE {OfWebhook} AND id = @id";

    /// <summary>And younger ones stay behind it.</summary>
    public const string Behind =
        "UPDATE webhook_delivery SET next_at = NULL WHERE id > @id AND state = 'waiting' AND (tenant_id, webhook, subject) = " +
        "(SELECT tenant_id, webhook, subject FROM webhook_delivery WHERE id = @id)";

    public const string Backlogs =
        "SELECT webhook, count(*) FILTER (WHERE state = 'waiting'), min(CASE WHEN state = 'waiting' THEN at END), min(next_at), " +
        "count(*) FILTER (WHERE state = 'given-up') FROM webhook_delivery WHERE tenant_id = @Tenant GROUP BY webhook ORDER BY webhook";

    public const string LastTried = $"{OfWebhook} AND tried_at IS NOT NULL ORDER BY tried_at DESC LIMIT 1";

    public const string Prune =
        "DELETE FROM webhook_delivery WHERE id IN (SELECT id FROM webhook_delivery WHERE tenant_id = @Tenant AND ended_at IS NOT NULL AND ended_at < @Before LIMIT @most)";

    /// <summary>Whether one is due depends on what waits before it.</summary>
    /// <param name="parameter">How the database calls the first parameter, the second, ...: in the order of <see cref="DeliveryTable.Values"/>.</param>
    public static string Add(Func<int, string> parameter)
    {
        var p = Enumerable.Range(1, 9).Select(parameter).ToArray();
        return "INSERT INTO webhook_delivery (tenant_id, webhook, subject, serial, event, event_id, at, until_at, body, state, tries, next_at) " +
            $"VALUES ({string.Join(", ", p)}, 'waiting', 0, CASE WHEN EXISTS (SELECT 1 FROM webhook_delivery w WHERE w.tenant_id = {p[0]} AND w.webhook = {p[1]} " +
            $"AND w.subject = {p[2]} AND w.state = 'waiting') THEN NULL ELSE {p[6]} END) ON CONFLICT DO NOTHING";
    }

    public static string Find(bool ofState, bool before) =>
        $"{OfWebhook}{(ofState ? " AND state = @State" : "")}{(before ? " AND id < @beforeId" : "")} ORDER BY id DESC LIMIT @Limit";
}
