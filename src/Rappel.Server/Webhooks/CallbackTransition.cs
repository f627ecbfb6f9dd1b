using Rappel.Core.Callbacks;
using Rappel.Core.Config;
using Rappel.Storage;

namespace Rappel.Server.Webhooks;

/// <summary>Which event a change of a request is to a webhook.</summary>
public static class CallbackTransition
{
    /// <param name="happened">One of <see cref="CallbackEvents"/>; null where only the request as it is now is known.</param>
    public static string WordOf(CallbackStatus status, string? happened) => (status, happened) switch
    {
        ( >= CallbackStatus.Completed, _) => $"callback.{Words.Of(status)}",
        (_, CallbackEvents.Requested) => WebhookEvents.Requested,
        (_, CallbackEvents.Offered) => WebhookEvents.Offered,
        (_, CallbackEvents.OfferAccepted) => WebhookEvents.Dialling,
        (_, CallbackEvents.Connected) => WebhookEvents.Connected,
        (CallbackStatus.Delayed, CallbackEvents.AttemptFailed or CallbackEvents.Recovered) => WebhookEvents.Delayed,
        _ => WebhookEvents.Changed,
    };
}
