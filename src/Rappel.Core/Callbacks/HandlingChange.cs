namespace Rappel.Core.Callbacks;

/// <summary>Rule 11: what was decided by hand is kept apart from what the rules make of a request, which most requests have only.</summary>
internal static class HandlingChange
{
    /// <summary>With the decision changed; null again where nothing decided is left.</summary>
    public static CallbackRequest Handled(this CallbackRequest request, Func<CallbackHandling, CallbackHandling> change)
    {
        var handling = change(request.Handling ?? CallbackHandling.None);
        return request with { Handling = handling == CallbackHandling.None ? null : handling };
    }
}
