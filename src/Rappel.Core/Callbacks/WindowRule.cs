namespace Rappel.Core.Callbacks;

/// <summary>
/// A request for a time window is delayed until the window begins and expired when it ends, so rule 7 needs to know nothing of windows. One
/// that has begun already is for now.
/// </summary>
internal static class WindowRule
{
    /// <summary>Near enough, and long enough from now on to be called in.</summary>
    public static bool Holds(CallbackWindow window, Instant now)
    {
        var begins = window.From > now ? window.From : now;
        var length = window.Until - begins;
        return begins - now <= CallbackLimits.WindowAhead && length >= CallbackLimits.MinimumWindow && length <= CallbackLimits.MaximumWindow;
    }

    /// <summary>The request, which no offer is open for, in this window. Its own place stays.</summary>
    public static CallbackRequest Within(CallbackRequest request, CallbackWindow window, Instant now)
    {
        var begun = window.From <= now;
        var placed = Place.NotAfter(Place.Back(request), begun ? now : window.From) with
        {
            Status = begun ? CallbackStatus.Waiting : CallbackStatus.Delayed,
            DueAt = begun ? null : window.From,
            ExpiresAt = window.Until,
        };
        return placed.Handled(h => h with { Window = window });
    }

    /// <summary>As soon as possible instead of from the window's beginning on; the expiry stays.</summary>
    public static CallbackRequest Now(CallbackRequest request, Instant now) => Place.NotAfter(request, now).Handled(h =>
        h.Window is { } window && window.From > now ? h with { Window = null } : h);
}
