namespace Rappel.Core.Callbacks;

/// <summary>
/// Rule 3: a callback keeps its caller's place. It is ordered by the time its caller entered the inbound queue, not by the time of the
/// request or of a retry. So the place is set once, when the request is accepted, and nothing that happens to a request writes it:
/// going back in line is a change of status. A request for a time window asked for that time, so its place is where the window begins.
/// Where a supervisor moves a request (rule 11), its own place stays beside the one given.
/// </summary>
internal static class Place
{
    /// <summary>The place of a new request. A place ahead of the clock would overtake nobody and is taken for now.</summary>
    public static Instant OfNew(CallbackInput.Request asked, Instant now) =>
        asked.Window is { } window && window.From > now ? window.From
        : asked.Place < now ? asked.Place
        : now;

    /// <summary>At the place a supervisor gives it. Ahead of the clock is now; its own place is no move at all.</summary>
    public static CallbackRequest Moved(CallbackRequest request, Instant asked, Instant now)
    {
        var latest = request.Place > now ? request.Place : now;
        var place = asked < latest ? asked : latest;
        return request.Handled(h => h with { MovedTo = place == request.Place ? null : place });
    }

    /// <summary>One that may be called from a moment on stands in line no later: who was asked for at three and is called at two came at two.</summary>
    public static CallbackRequest NotAfter(CallbackRequest request, Instant moment) =>
        request.LinePlace <= moment ? request : Moved(request, moment, moment);

    /// <summary>Back where it was, after a delay, an offer that nobody took or a restart.</summary>
    public static CallbackRequest Back(CallbackRequest request) =>
        request with { Status = CallbackStatus.Waiting, DueAt = null, Agent = null };
}

/// <summary>Oldest place in line first, then the older request.</summary>
internal sealed class PlaceOrder : IComparer<CallbackEntry>
{
    public static readonly PlaceOrder Instance = new();

    public int Compare(CallbackEntry? x, CallbackEntry? y)
    {
        var byPlace = x!.Request.LinePlace.UtcTicks.CompareTo(y!.Request.LinePlace.UtcTicks);
        return byPlace != 0 ? byPlace : x.Request.Id.Value.CompareTo(y.Request.Id.Value);
    }
}
