using System.Text.Json.Nodes;
using Rappel.Core.Config;
using Rappel.Server.Alerts;
using Rappel.Storage;

namespace Rappel.Server.Webhooks;

/// <summary>Tells webhooks of alerts that say so.</summary>
public static class AlertTelling
{
    /// <param name="at">When it was raised or ended.</param>
    public static void Tell(this WebhookFeed feed, RaisedAlert alert, bool isRaised, Instant at)
    {
        var watched = alert.Alert;
        if (!watched.Webhook)
        {
            return;
        }

        feed.Raise(isRaised ? WebhookEvents.AlertRaised : WebhookEvents.AlertEnded, $"alert-{watched.Key}", at, new JsonObject
        {
            ["alert"] = new JsonObject
            {
                ["key"] = watched.Key,
                ["name"] = watched.Name,
                ["queue"] = watched.Queue,
                ["measure"] = Words.Of(watched.Measure),
                ["above"] = watched.Above,
                ["below"] = watched.Below,
                ["figure"] = alert.Figure,
                ["raisedAt"] = alert.RaisedAt.UtcDateTime,
            },
        });
    }
}
