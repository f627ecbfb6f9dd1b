using Rappel.Core.Callbacks;
using Rappel.Core.Config;
using Rappel.Engine.Journal;

namespace Rappel.Simulation.Checkers;

/// <summary>No request enters an outbound queue that has as many open ones as it may.</summary>
internal sealed class CapIsKept(Referee referee, SimStore store) : Checker(referee)
{
    /// <summary>A call keeps the version that it began with, and so the cap of that version.</summary>
    private static readonly TimeSpan LongestCall = TimeSpan.FromHours(2);

    private readonly Queue<(Instant Until, ConfigurationSnapshot Configuration)> _earlier = new();
    private ConfigurationSnapshot _current = referee.Configuration;
    private readonly Dictionary<long, string> _queues = [];
    private readonly Dictionary<string, int> _open = [];

    public override void Issued(Instant now, StoreRow row)
    {
        if (row is not StoreRow.OfCallback(var callback))
        {
            return;
        }

        var id = callback.Id.Value;
        var queue = callback.Terms.Queue;
        _queues.TryGetValue(id, out var before);
        if (before is not null && (callback.IsFinal || before != queue))
        {
            _queues.Remove(id);
            _open[before]--;
        }

        if (callback.IsFinal || before == queue)
        {
            return;
        }

        var open = _open[queue] = _open.GetValueOrDefault(queue) + 1;
        _queues[id] = queue;
        if (open > Cap(queue))
        {
            Object(now, $"{callback.Id} is request {open} of {queue}, which may have {Cap(queue)}");
        }
    }

    public override void Published(ConfigurationSnapshot configuration)
    {
        _earlier.Enqueue((TrueTime + LongestCall, _current));
        _current = configuration;
    }

    public override void Restarted(Instant now)
    {
        _queues.Clear();
        _open.Clear();
        foreach (var callback in store.Open)
        {
            _queues[callback.Id.Value] = callback.Terms.Queue;
            _open[callback.Terms.Queue] = _open.GetValueOrDefault(callback.Terms.Queue) + 1;
        }
    }

    private int Cap(string queue)
    {
        while (_earlier.TryPeek(out var oldest) && oldest.Until < TrueTime)
        {
            _earlier.Dequeue();
        }

        return _earlier.Select(e => e.Configuration).Append(Configuration)
            .Max(c => c.OutboundQueues.TryGetValue(queue, out var found) ? found.MaximumPending : 0);
    }
}
