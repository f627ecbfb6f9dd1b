using Rappel.Core.Callbacks;
using Rappel.Engine;
using Rappel.Engine.Journal;

namespace Rappel.Simulation.Checkers;

/// <summary>A request that waits, is between attempts or is offered leaves the queue when its time is over, not some time later.</summary>
internal sealed class ExpiryIsOnTime(Referee referee) : Checker(referee)
{
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(2);

    private readonly SortedSet<(Instant ExpiresAt, long Id)> _due = [];
    private readonly Dictionary<long, Instant> _expires = [];

    public override void Issued(Instant now, StoreRow row)
    {
        if (row is not StoreRow.OfCallback(var callback))
        {
            return;
        }

        var id = callback.Id.Value;
        if (_expires.Remove(id, out var before))
        {
            _due.Remove((before, id));
        }

        if (callback.Status is CallbackStatus.Waiting or CallbackStatus.Delayed or CallbackStatus.Offering)
        {
            _expires[id] = callback.ExpiresAt;
            _due.Add((callback.ExpiresAt, id));
        }
    }

    public override void Viewed(Instant now, LiveView view)
    {
        while (_due.Count > 0 && _due.Min.ExpiresAt + Late < now)
        {
            var (expired, id) = _due.Min;
            Object(now, $"cb-{id} expired {(now - expired).TotalSeconds:0} s ago and is still open");
            _due.Remove((expired, id));
            _expires.Remove(id);
        }
    }

    public override void Crashed()
    {
        _due.Clear();
        _expires.Clear();
    }
}
