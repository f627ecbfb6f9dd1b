using Rappel.Core.Calls;
using Rappel.Engine;
using Rappel.Engine.Journal;
using Rappel.Media.Sessions;

namespace Rappel.Simulation.Checkers;

/// <summary>What is recorded has its row from the beginning, is one conversation with one agent, stops with it, and ends kept or failed, after a crash too.</summary>
internal sealed class RecordingsEnd(Referee referee, SimStore store) : Checker(referee)
{
    /// <summary>For a disk that does not answer.</summary>
    private static readonly TimeSpan Closes = TimeSpan.FromSeconds(10);

    private readonly Dictionary<MediaSessionId, (long Id, Instant Since)> _running = [];
    private readonly Dictionary<long, (RecordingRow Row, Instant Changed)> _rows = [];

    public override void Ordered(Instant now, MediaOrder order)
    {
        switch (order)
        {
            case MediaOrder.RecordCall record:
                if (_running.TryGetValue(record.Session, out var other))
                {
                    Object(now, $"{record.Session} is recorded as r-{-record.Recording} while as r-{other.Id}");
                }

                _running[record.Session] = (-record.Recording, TrueTime);
                break;
            case MediaOrder.Close or MediaOrder.Do { Command: MediaCommand.StopRecording }:
                if (_running.Remove(order.Session, out var ended) && _rows.TryGetValue(ended.Id, out var known))
                {
                    _rows[ended.Id] = (known.Row, TrueTime);
                }

                break;
        }
    }

    public override void Issued(Instant now, StoreRow row)
    {
        if (row is StoreRow.OfRecording({ } recording))
        {
            _rows[recording.Id.Value] = (recording, TrueTime);
            if (recording.State == RecordingState.Recording && !IsOn(recording))
            {
                Object(now, $"{recording.Id} of {recording.Queue} is recorded, where nothing is");
            }
        }
    }

    public override void Viewed(Instant now, LiveView view)
    {
        foreach (var (session, (id, since)) in _running)
        {
            if (!_rows.TryGetValue(id, out var row))
            {
                Object(now, $"{session} is recorded as r-{id}, which has no row");
            }
            else if (view.Agents.FirstOrDefault(a => a.Agent == row.Row.Agent) is not { Desk.Call.Recording: not null } && TrueTime - since > Closes)
            {
                Object(now, $"r-{id} of {row.Row.Agent} goes on, and the agent is in no call that is recorded");
            }
        }

        foreach (var (row, changed) in _rows.Values.Where(r => r.Row.State == RecordingState.Recording).ToList())
        {
            if (TrueTime - changed > Closes && _running.Values.All(r => r.Id != row.Id.Value))
            {
                Object(now, $"{row.Id} of {row.Agent} is neither recorded nor kept");
                _rows.Remove(row.Id.Value);
            }
        }
    }

    public override void AtTheEnd(Instant now, LiveView? view)
    {
        foreach (var row in store.Recordings.Values.Where(r => r.State == RecordingState.Recording))
        {
            Object(now, $"{row.Id} of {row.Agent}, begun {row.At:u}, has never ended");
        }
    }

    /// <summary>What was on disk is to be looked at by the next process; what was not has never been.</summary>
    public override void Restarted(Instant now)
    {
        _rows.Clear();
        foreach (var row in store.Recordings.Values.Where(r => r.State == RecordingState.Recording))
        {
            _rows[row.Id.Value] = (row, TrueTime);
        }
    }

    public override void Crashed() => _running.Clear();

    private bool IsOn(RecordingRow row) => row.Queue is { } queue
        && (Configuration.InboundQueues.GetValueOrDefault(queue)?.Recording ?? Configuration.OutboundQueues.GetValueOrDefault(queue)?.Recording) is { IsOn: true };
}
