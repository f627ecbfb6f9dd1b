using System.Collections.Immutable;

namespace Rappel.Core.Config;

/// <summary>Where events are sent as they happen.</summary>
/// <param name="Url">HTTPS; HTTP to this machine alone.</param>
/// <param name="Secret">Key of the signature; null for unsigned events.</param>
/// <param name="Events">One or more of <see cref="WebhookEvents"/>.</param>
public sealed record WebhookSnapshot(string Key, string Name, string Url, string? Secret, ImmutableArray<string> Events, bool Enabled);

/// <summary>Words for what a webhook can be told of.</summary>
public static class WebhookEvents
{
    public static readonly ImmutableArray<string> All =
    [
        "callback.requested", "callback.attempt-ended", "callback.connected", "callback.completed", "callback.exhausted", "callback.expired",
        "callback.cancelled", "callback.served", "callback.bad-number", "call.ended", "message.taken",
    ];
}
