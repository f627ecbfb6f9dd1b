namespace Rappel.Core.Callbacks;

/// <summary>
/// Rule 3: a callback keeps its caller's place. It is ordered by the time its caller entered the inbound queue, not by the time of the
/// request or of a retry. So the place is set once, when the request is accepted, and nothing that happens to a request writes it:
/// going back in line is a change of status.
/// </summary>
internal static class Place
{
    /// <summary>The place of a new request. A place ahead of the clock would overtake nobody and is taken for now.</summary>
    public static Instant OfNew(Instant asked, Instant now) => asked < now ? asked : now;

    /// <summary>Back where it was, after a delay, an offer that nobody took or a restart.</summary>
    public static CallbackRequest Back(CallbackRequest request) =>
        request with { Status = CallbackStatus.Waiting, DueAt = null, Agent = null };
}

/// <summary>Oldest place first, then the older request.</summary>
internal sealed class PlaceOrder : IComparer<CallbackEntry>
{
    public static readonly PlaceOrder Instance = new();

    public int Compare(CallbackEntry? x, CallbackEntry? y)
    {
        var byPlace = x!.Request.Place.UtcTicks.CompareTo(y!.Request.Place.UtcTicks);
        return byPlace != 0 ? byPlace : x.Request.Id.Value.CompareTo(y.Request.Id.Value);
    }
}
