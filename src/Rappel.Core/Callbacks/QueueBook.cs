using Rappel.Core.Ordering;

namespace Rappel.Core.Callbacks;

/// <summary>The open requests of one outbound queue.</summary>
internal sealed class QueueBook
{
    private readonly Dictionary<string, int> zones = new(StringComparer.Ordinal);

    /// <summary>Waiting, offered or delayed, by place: those whose customer is not being rung.</summary>
    public readonly RankedSet<CallbackEntry> Pending = new(PlaceOrder.Instance);

    public readonly ZoneHours Hours = new();

    public int Open;
    public int Delayed;
    public int Held;
    public int InFlight;

    /// <summary>Of the open requests, and those whose hours were told: null first, then by name.</summary>
    public IEnumerable<string?> Zones =>
        zones.Keys.Union(Hours.Told).Order(StringComparer.Ordinal).Select(z => z.Length > 0 ? z : null);

    /// <param name="change">1 when a request comes into this status, -1 when it leaves it.</param>
    public void Count(CallbackEntry entry, int change)
    {
        var request = entry.Request;
        CountZone(ZoneHours.Key(request.TimeZone), change);
        Open += change;
        Delayed += request.Status == CallbackStatus.Delayed ? change : 0;
        Held += request.IsHeld ? change : 0;
        InFlight += InFlightList.Is(request.Status) ? change : 0;
        if (request.Status is not (CallbackStatus.Dialling or CallbackStatus.Connected))
        {
            _ = change > 0 ? Pending.Add(entry) : Pending.Remove(entry);
        }
    }

    private void CountZone(string zone, int change)
    {
        var count = zones.GetValueOrDefault(zone) + change;
        if (count > 0)
        {
            zones[zone] = count;
        }
        else
        {
            zones.Remove(zone);
        }
    }
}
