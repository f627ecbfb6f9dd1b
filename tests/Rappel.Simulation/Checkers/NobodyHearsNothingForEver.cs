using Rappel.Engine;
using Rappel.Engine.Journal;
using Rappel.Media.Sessions;

namespace Rappel.Simulation.Checkers;

/// <summary>A caller or customer who is on the line hears somebody, music, a tone or words: silence lasts no longer than a question waits for its key.</summary>
internal sealed class NobodyHearsNothingForEver(Referee referee) : Checker(referee)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private readonly Dictionary<MediaSessionId, Ear> _sessions = [];
    private long _issued;
    private long _durable;

    public override void Ordered(Instant now, MediaOrder order)
    {
        if (order is MediaOrder.Close)
        {
            _sessions.Remove(order.Session);
            return;
        }

        if (order is MediaOrder.Do { Command: MediaCommand.Configure { Parameters: { } agreed } }
            && agreed.RemoteAddress is SimCarrier.Address or SimCarrier.SpareAddress && !_sessions.ContainsKey(order.Session))
        {
            _sessions[order.Session] = new Ear();
            Silent(order.Session);
        }

        switch (order)
        {
            case MediaOrder.Do { Command: MediaCommand.Bridge bridge }:
                Sounds(bridge.Session);
                Sounds(bridge.Other);
                break;
            case MediaOrder.Do { Command: MediaCommand.Unbridge or MediaCommand.Unmix or MediaCommand.StopPlaying }:
                Silent(order.Session);
                break;
            case MediaOrder.Music or MediaOrder.RingingTone or MediaOrder.Record or MediaOrder.Do { Command: MediaCommand.Mix { Hears.IsEmpty: false } }:
                Sounds(order.Session);
                break;
            case MediaOrder.Speak:
                Silent(order.Session);
                break;
        }
    }

    public override void Issued(Instant now, StoreRow row) => _issued++;

    public override void Durable(Instant now, StoreRow row) => _durable++;

    public override void Crashed()
    {
        _sessions.Clear();
        _issued = _durable = 0;
    }

    private void Sounds(MediaSessionId id)
    {
        if (_sessions.TryGetValue(id, out var ear))
        {
            ear.Turn++;
        }
    }

    /// <summary>Words, too, end by themselves, and something has to follow.</summary>
    private void Silent(MediaSessionId id)
    {
        if (_sessions.TryGetValue(id, out var ear))
        {
            var turn = ++ear.Turn;
            After(Longest, () =>
            {
                // While the disk does not answer, whoever asked for a callback waits for its word.
                if (_issued == _durable && ear.Turn == turn && _sessions.GetValueOrDefault(id) == ear)
                {
                    Object(TrueTime, $"{id} has heard nothing for {Longest.TotalSeconds:0} s");
                }
            });
        }
    }

    private sealed class Ear
    {
        public int Turn { get; set; }
    }
}
