using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Rappel.Core.Config;
using Rappel.Core.Ivr;

namespace Rappel.Server.Webhooks;

/// <summary>One event as it goes to a webhook: JSON, with headers that say what it is and, where the webhook has a secret, that it is ours.</summary>
/// <param name="Id">The same when it is sent again, so that a receiver can tell.</param>
/// <param name="Event">Its word, such as <c>callback.requested</c>.</param>
/// <param name="Body">JSON.</param>
public sealed record WebhookMessage(string Id, string Event, Instant At, string Body)
{
    /// <summary>The event sent by who tries a webhook.</summary>
    public const string TestEvent = "webhook.test";

    public const string IdHeader = "X-Rappel-Delivery";
    public const string EventHeader = "X-Rappel-Event";
    public const string TimestampHeader = "X-Rappel-Timestamp";
    public const string SignatureHeader = "X-Rappel-Signature";

    /// <summary>The request that carries it.</summary>
    public WebAsking To(WebhookSnapshot webhook, TimeSpan timeout)
    {
        var timestamp = At.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var headers = ImmutableArray.Create(
            KeyValuePair.Create(IdHeader, Id), KeyValuePair.Create(EventHeader, Event), KeyValuePair.Create(TimestampHeader, timestamp));
        if (webhook.Secret is { } secret)
        {
            headers = headers.Add(KeyValuePair.Create(SignatureHeader, Sign(secret, timestamp, Body)));
        }

        return new WebAsking("POST", webhook.Url, headers, WebCall.JsonType, Body, timeout, []);
    }

    /// <summary><c>sha256=</c> and the HMAC-SHA256 of timestamp, a dot and the body, in hexadecimal. The time is under the signature, so that
    /// an old message cannot be passed off as a new one.</summary>
    public static string Sign(string secret, string timestamp, string body) =>
        $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{timestamp}.{body}")))}";
}
