using Rappel.Core.Callbacks;
using Rappel.Core.Config;
using Rappel.Engine;
using Rappel.Engine.Journal;

namespace Rappel.Simulation.Checkers;

/// <summary>A request that waits, is between attempts or is offered leaves the queue when its time is over, not some time later.</summary>
internal sealed class ExpiryIsOnTime(Referee referee, SimStore store) : Checker(referee)
{
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(2);

    private readonly SortedSet<(Instant ExpiresAt, long Id)> _due = [];
    private readonly Dictionary<long, Instant> _expires = [];
    private readonly Dictionary<long, CallbackRequest> _moments = [];

    public override void Issued(Instant now, StoreRow row)
    {
        if (row is not StoreRow.OfCallback(var callback))
        {
            return;
        }

        CheckMoment(now, callback);
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
        _moments.Clear();
        _due.Clear();
        _expires.Clear();
    }

    public override void Restarted(Instant now)
    {
        foreach (var callback in store.Open)
        {
            _moments[callback.Id.Value] = callback;
        }
    }

    /// <summary>Worked out from the terms, and then as it was: only a window and a renewal move it.</summary>
    private void CheckMoment(Instant now, CallbackRequest callback)
    {
        var window = callback.Handling?.Window;
        if (!_moments.TryGetValue(callback.Id.Value, out var before))
        {
            var due = window?.Until ?? callback.RequestedAt + callback.Terms.CancelAfter;
            if (callback.ExpiresAt != due)
            {
                Object(now, $"{callback.Id} expires at {callback.ExpiresAt:u}, by its terms at {due:u}");
            }
        }
        else if (before.ExpiresAt != callback.ExpiresAt && before.Handling?.Window == window && callback.Terms.Duplicates != DuplicateChoice.Renew)
        {
            Object(now, $"{callback.Id} was to expire at {before.ExpiresAt:u} and now at {callback.ExpiresAt:u}");
        }

        _moments[callback.Id.Value] = callback;
    }
}
