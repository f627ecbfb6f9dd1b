using System.Text;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Rappel.Core.Config;
using Rappel.Server.Net.Web;

namespace Rappel.Server.Webhooks;

/// <summary>Sends a webhook one test event, in earnest.</summary>
public sealed class WebhookTrial(WebSender sender, TimeProvider time)
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    public async Task<WebhookTrialResult> SendAsync(WebhookSnapshot webhook, string tenant, CancellationToken cancelled)
    {
        var id = Guid.NewGuid().ToString("N");
        var now = time.GetUtcNow();
        var body = new JsonObject
        {
            ["id"] = id,
            ["event"] = WebhookMessage.TestEvent,
            ["at"] = now.UtcDateTime,
            ["tenant"] = tenant,
            ["data"] = new JsonObject { ["webhook"] = webhook.Key },
        };
        var message = new WebhookMessage(id, WebhookMessage.TestEvent, now, body.ToJsonString());
        var reply = await sender.SendAsync(message.To(webhook, Timeout), cancelled);
        var answer = Encoding.UTF8.GetString(reply.Body.Span);
        return new WebhookTrialResult(
            message, webhook.Secret is not null, reply.Status, reply.Trouble, reply.Took,
            answer.Length > WebLimits.AnswerShown ? answer[..WebLimits.AnswerShown] : answer);
    }
}

/// <summary>What came of it.</summary>
/// <param name="Status">0 where no answer came.</param>
/// <param name="Trouble">Why not; null where an answer came.</param>
/// <param name="Answer">The beginning of what came back.</param>
public sealed record WebhookTrialResult(WebhookMessage Sent, bool Signed, int Status, string? Trouble, TimeSpan Took, string Answer)
{
    public bool IsTaken => Status is >= 200 and <= 299;
}
