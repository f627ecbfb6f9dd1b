using Rappel.Core.Callbacks;
using Rappel.Core.Calls;

namespace Rappel.Engine.Callbacks;

/// <summary>
/// Turns a wish for a position into a place. The line is ordered by places, so a position is a moment between those of two neighbours:
/// moving one request writes no other.
/// </summary>
internal static class LineMove
{
    /// <summary>How far ahead of the first: enough to halve many times over, and too little to overtake a caller in passing.</summary>
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(10);

    /// <param name="line">Pending requests of its queue in order, itself among them or not.</param>
    /// <returns>Null where <paramref name="place"/> is found.</returns>
    public static Refusal? TryFind(CallbackRequest request, CallbackMove to, IEnumerable<CallbackRequest> line, Instant now, out Instant place)
    {
        place = default;
        if (to is CallbackMove.Last)
        {
            place = now;
            return null;
        }

        if (to is CallbackMove.ToPlace given)
        {
            place = given.Place;
            return place <= now && place >= now - CallbackLimits.MaximumCancelAfter
                ? null
                : new Refusal("bad-place", $"the place may be from {CallbackLimits.MaximumCancelAfter.TotalHours} hours ago to now",
                    $"la place peut aller d'il y a {CallbackLimits.MaximumCancelAfter.TotalHours} heures à maintenant");
        }

        var others = line.Where(r => r.Id != request.Id && r.LinePlace <= now);
        return Neighbours(to, others, out var ahead, out var behind)
            ?? (Between(request, ahead, behind, now) is { } found
                ? Found(found, out place)
                : new Refusal("no-room", $"{ahead!.Id} and {behind!.Id} have the same place: move one of them first",
                    $"{ahead.Id} et {behind.Id} ont la même place : déplacez d'abord l'une des deux"));
    }

    /// <summary>A place that sorts after one and before the other, the older request first where places are equal; null where there is none.
    /// A request that stands there already keeps its place: callers are between, too.</summary>
    internal static Instant? Between(CallbackRequest request, CallbackRequest? ahead, CallbackRequest? behind, Instant now)
    {
        if (request.LinePlace <= now && (ahead is null || IsBefore(ahead, request)) && (behind is null || IsBefore(request, behind)))
        {
            return request.LinePlace;
        }

        if (ahead is null)
        {
            return behind is null ? now : behind.LinePlace - Step;
        }

        if (behind is null)
        {
            return now > ahead.LinePlace ? now : ahead.LinePlace.AddTicks(1);
        }

        var (from, to) = (ahead.LinePlace, behind.LinePlace);
        if ((to - from).Ticks > 1)
        {
            return from.AddTicks((to - from).Ticks / 2);
        }

        var afterAhead = request.Id.Value > ahead.Id.Value;
        var beforeBehind = request.Id.Value < behind.Id.Value;
        return from == to ? (afterAhead && beforeBehind ? from : null) : afterAhead ? from : beforeBehind ? to : null;
    }

    private static bool IsBefore(CallbackRequest one, CallbackRequest other) =>
        (one.LinePlace.UtcTicks, one.Id.Value).CompareTo((other.LinePlace.UtcTicks, other.Id.Value)) < 0;

    private static Refusal? Found(Instant found, out Instant place)
    {
        place = found;
        return null;
    }

    private static Refusal? Neighbours(
        CallbackMove to, IEnumerable<CallbackRequest> others, out CallbackRequest? ahead, out CallbackRequest? behind)
    {
        (ahead, behind) = (null, null);
        switch (to)
        {
            case CallbackMove.ToPosition { Position: var position }:
                var known = others.Take(Math.Max(position, 0)).ToList();
                if (position < 1 || known.Count < position - 1)
                {
                    return new Refusal("bad-position", $"the position may be 1 to {others.Count() + 1}", $"la position peut aller de 1 à {others.Count() + 1}");
                }

                ahead = position > 1 ? known[position - 2] : null;
                behind = known.ElementAtOrDefault(position - 1);
                return null;
            case CallbackMove.Before { Other: var other }:
                return Beside(other, others, out ahead, out behind, out _);
            case CallbackMove.After { Other: var other }:
                return Beside(other, others, out _, out ahead, out behind);
            default:
                behind = others.FirstOrDefault();
                return null;
        }
    }

    private static Refusal? Beside(
        CallbackId id, IEnumerable<CallbackRequest> others, out CallbackRequest? before, out CallbackRequest? itself, out CallbackRequest? after)
    {
        (before, itself, after) = (null, null, null);
        foreach (var other in others)
        {
            if (itself is not null)
            {
                after = other;
                return null;
            }

            if (other.Id == id)
            {
                itself = other;
            }
            else
            {
                before = other;
            }
        }

        return itself is null ? new Refusal("not-in-line", $"{id} is not pending in the same queue", $"{id} n'attend pas dans la même file") : null;
    }
}
