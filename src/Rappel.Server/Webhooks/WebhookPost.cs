using System.Threading;
using System.Threading.Tasks;
using Rappel.Core.Config;
using Rappel.Server.Net.Web;
using Rappel.Storage.Webhooks;

namespace Rappel.Server.Webhooks;

/// <summary>By HTTP, signed anew with each try: a receiver refuses what was signed long ago.</summary>
public sealed class WebhookPost(WebSender sender) : IWebhookPost
{
    public Task<WebReply> SendAsync(WebhookSnapshot webhook, DeliveryRow delivery, Instant at, CancellationToken cancelled) =>
        sender.SendAsync(new WebhookMessage(delivery.EventId, delivery.Event, at, delivery.Body).To(webhook, WebhookLimits.Timeout), cancelled);
}
