using System.Threading;
using System.Threading.Tasks;
using Rappel.Core.Config;
using Rappel.Server.Net.Web;
using Rappel.Storage.Webhooks;

namespace Rappel.Server.Webhooks;

/// <summary>Carries one delivery to its webhook.</summary>
public interface IWebhookPost
{
    /// <summary>Never throws for what a receiver does.</summary>
    /// <param name="at">Now: it is under the signature.</param>
    Task<WebReply> SendAsync(WebhookSnapshot webhook, DeliveryRow delivery, Instant at, CancellationToken cancelled);
}
