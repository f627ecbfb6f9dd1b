using Rappel.Core.Config;

namespace Rappel.Core.Callbacks;

/// <summary>
/// Rule 7: from the cancel-after time on, no offer and no attempt begins, and the request leaves the outbound queue as expired. An offer
/// not yet accepted is withdrawn; a customer already ringing or talking is not cut off, and where that attempt then fails the request is
/// expired, too, since it left the queue when its time came. At the very instant nothing begins any more.
/// </summary>
internal static class Expiry
{
    public static Instant Of(CallbackTerms terms, Instant requestedAt) => requestedAt + terms.CancelAfter;

    public static bool HasCome(CallbackRequest request, Instant now) => now >= request.ExpiresAt;

    /// <summary>When the book must look at the request again; null while the customer is rung or talks.</summary>
    public static Instant? NextLook(CallbackRequest request) => request.Status switch
    {
        CallbackStatus.Waiting or CallbackStatus.Offering => request.ExpiresAt,
        CallbackStatus.Delayed when request.DueAt < request.ExpiresAt => request.DueAt,
        CallbackStatus.Delayed => request.ExpiresAt,
        _ => null,
    };
}
