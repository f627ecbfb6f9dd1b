using Rappel.Core.Config;

namespace Rappel.Core.Callbacks;

/// <summary>
/// Rule 8, what a second request does to the one that is open. Its terms may ask to renew the first: the cancel-after time begins anew and
/// what the customer said last is what the agent is shown. A window stays the customer's word for when, and no expiry is ever brought forward.
/// Under any terms an end kept in mind is taken back, since the caller is told that the request stands.
/// </summary>
internal static class Renewal
{
    /// <summary>The open request renewed; null where nothing of it changes.</summary>
    public static CallbackRequest? Of(CallbackRequest open, CallbackInput.Request asked, Instant now)
    {
        var stands = EndMark.Of(open) is null ? open : open with { EndReason = null };
        if (asked.Terms.Duplicates == DuplicateChoice.Renew && open.Status != CallbackStatus.Connected)
        {
            var expiry = Expiry.Of(open.Terms, now);
            return stands with
            {
                ExpiresAt = open.Handling?.Window is null && expiry > open.ExpiresAt ? expiry : open.ExpiresAt,
                Language = asked.Language,
                Variables = asked.Variables,
            };
        }

        return stands == open ? null : stands;
    }
}
