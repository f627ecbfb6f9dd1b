using Rappel.Core.Calls;

namespace Rappel.Core.Callbacks;

/// <summary>What others may ask. Only open requests are here; the store has the rest.</summary>
public sealed partial class CallbackBook
{
    /// <summary>Open requests of all queues.</summary>
    public int Count => open.Count;

    /// <summary>Null for one that is unknown or final.</summary>
    public CallbackRequest? Get(CallbackId id) => open.GetValueOrDefault(id)?.Request;

    /// <summary>EnteredLine was told, and LeftLine not since; nor was an offer accepted.</summary>
    public bool IsInLine(CallbackId id) => open.GetValueOrDefault(id) is { Line: not null };

    /// <summary>The attempt under way; null between attempts.</summary>
    public CallbackAttempt? AttemptOf(CallbackId id) => open.GetValueOrDefault(id)?.Attempt;

    /// <summary>Rules 8 and 9: the open request for this number, as it would be dialled.</summary>
    public CallbackRequest? FindOpen(string queue, string number) => duplicates.Find(queue, number)?.Request;

    /// <summary>In any status that is not final: what the cap counts.</summary>
    public int OpenCount(string queue) => queues.GetValueOrDefault(queue)?.Open ?? 0;

    /// <summary>Between attempts.</summary>
    public int DelayedCount(string queue) => queues.GetValueOrDefault(queue)?.Delayed ?? 0;

    /// <summary>Offered, dialling or connected.</summary>
    public int InFlight(string queue) => queues.GetValueOrDefault(queue)?.InFlight ?? 0;

    /// <summary>In whatever status.</summary>
    public int HeldCount(string queue) => queues.GetValueOrDefault(queue)?.Held ?? 0;

    /// <summary>Of the first of those whose customer is not being rung, as they are ordered; null where there is none.</summary>
    public Instant? OldestPlace(string queue) => queues.GetValueOrDefault(queue)?.Pending.First?.Request.LinePlace;

    /// <summary>False outside calling hours, and where they are not known for this zone though they are for another.</summary>
    /// <param name="timeZone">The customer's; null where it is not known.</param>
    public bool IsOpen(string queue, string? timeZone = null) => queues.GetValueOrDefault(queue)?.Hours.IsOpen(timeZone) ?? true;

    /// <summary>The zones of the customers of a queue's open requests, null for those without one, and those whose hours were told before: who tells
    /// hours has to keep all of them true. Null first, then by name.</summary>
    public IEnumerable<string?> ZonesOf(string queue) => queues.GetValueOrDefault(queue)?.Zones ?? [];

    /// <summary>Offered, dialling or connected, of all queues, and since when they are: longest first. Costs what is in flight. One that is
    /// stuck is ended by OfferRejected, by DiallingFailed or by CallEnded.</summary>
    public IReadOnlyList<(CallbackRequest Request, Instant Since)> ReadInFlight() => inFlight.Read();

    /// <summary>
    /// Place among the requests of its queue whose customer is not being rung, delayed ones too because they keep their places; 1 first,
    /// 0 for one that is being rung, talks or is not open. Live callers are not counted: this book does not know them.
    /// </summary>
    public int PositionOf(CallbackId id) =>
        open.TryGetValue(id, out var entry) && entry.Request.Status is not (CallbackStatus.Dialling or CallbackStatus.Connected)
            ? QueueOf(entry.Request.Terms.Queue).Pending.CountBefore(entry) + 1
            : 0;

    /// <summary>Those that are for one agent only, by id.</summary>
    public IReadOnlyList<CallbackRequest> ReadAssigned() =>
        [.. open.Values.Select(e => e.Request).Where(r => r.Handling?.AssignedAgent is not null).OrderBy(r => r.Id.Value)];

    /// <summary>The requests whose customer is not being rung, of queues that are not served, and not held yet. Costs the queues, and what it gives.</summary>
    public IEnumerable<CallbackRequest> ReadUnserved(Func<string, bool> isServed) => queues.Where(q => q.Value.Open > 0 && !isServed(q.Key))
        .OrderBy(q => q.Key, StringComparer.Ordinal).SelectMany(q => q.Value.Pending.Select(e => e.Request)).Where(r => !r.IsHeld);

    /// <summary>Those held for this reason. Costs the queues that hold any.</summary>
    public IEnumerable<CallbackRequest> ReadHeld(string reason) => queues.Where(q => q.Value.Held > 0).OrderBy(q => q.Key, StringComparer.Ordinal)
        .SelectMany(q => q.Value.Pending.Select(e => e.Request)).Where(r => r.Handling?.HeldBecause == reason);

    /// <summary>All open requests, by id.</summary>
    public IEnumerable<CallbackRequest> ReadAll() => open.Values.Select(e => e.Request).OrderBy(r => r.Id.Value);

    /// <summary>The requests of a queue whose customer is not being rung, as they are ordered.</summary>
    public IEnumerable<CallbackRequest> ReadPending(string queue) =>
        queues.GetValueOrDefault(queue)?.Pending.Select(e => e.Request) ?? [];
}
