namespace Rappel.Core.Callbacks;

/// <summary>
/// The requests that keep an agent or a customer busy, longest first: what a watchdog looks at without reading all that wait. Nothing here
/// has a deadline of the book's, because calls end by their own timers; this is how it shows that one did not.
/// </summary>
internal sealed class InFlightList
{
    private readonly SortedSet<CallbackEntry> entries = new(SinceOrder.Instance);

    public static bool Is(CallbackStatus status) =>
        status is CallbackStatus.Offering or CallbackStatus.Dialling or CallbackStatus.Connected;

    /// <summary>Into one of these statuses, maybe from another of them.</summary>
    public void Entered(CallbackEntry entry, Instant now)
    {
        Left(entry);
        entry.Since = now;
        entries.Add(entry);
    }

    public void Left(CallbackEntry entry)
    {
        if (entry.Since is not null)
        {
            entries.Remove(entry);
            entry.Since = null;
        }
    }

    /// <summary>Those of a queue that are being offered. A copy: what is done to them changes the list.</summary>
    public IReadOnlyList<CallbackEntry> Offered(string queue) =>
        [.. entries.Where(e => e.Request.Status == CallbackStatus.Offering && e.Request.Terms.Queue == queue)];

    public IReadOnlyList<(CallbackRequest Request, Instant Since)> Read() => [.. entries.Select(e => (e.Request, e.Since!.Value))];

    private sealed class SinceOrder : IComparer<CallbackEntry>
    {
        public static readonly SinceOrder Instance = new();

        public int Compare(CallbackEntry? x, CallbackEntry? y)
        {
            var bySince = x!.Since!.Value.UtcTicks.CompareTo(y!.Since!.Value.UtcTicks);
            return bySince != 0 ? bySince : x.Request.Id.Value.CompareTo(y.Request.Id.Value);
        }
    }
}
