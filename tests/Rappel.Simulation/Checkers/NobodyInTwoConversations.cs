using Rappel.Engine;
using Rappel.Media.Sessions;

namespace Rappel.Simulation.Checkers;

/// <summary>Whoever talks with somebody is connected to nobody else: one who goes from one conversation to another has left the first.</summary>
internal sealed class NobodyInTwoConversations(Referee referee) : Checker(referee)
{
    private readonly Dictionary<MediaSessionId, MediaSessionId> _bridged = [];
    private readonly Dictionary<MediaSessionId, MediaSessionId[]> _mixed = [];

    public override void Ordered(Instant now, MediaOrder order)
    {
        switch (order)
        {
            case MediaOrder.Do { Command: MediaCommand.Bridge bridge }:
                Check(now, bridge.Session, bridge.Other);
                Check(now, bridge.Other, bridge.Session);
                (_bridged[bridge.Session], _bridged[bridge.Other]) = (bridge.Other, bridge.Session);
                break;
            case MediaOrder.Do { Command: MediaCommand.Unbridge unbridge }:
                Part(unbridge.Session);
                break;
            case MediaOrder.Do { Command: MediaCommand.Mix mix }:
                Part(mix.Session);
                _mixed[mix.Session] = [.. mix.Hears];
                break;
            case MediaOrder.Do { Command: MediaCommand.Unmix unmix }:
                _mixed.Remove(unmix.Session);
                break;
            case MediaOrder.Close close:
                Part(close.Session);
                _mixed.Remove(close.Session);
                break;
        }
    }

    public override void Crashed()
    {
        _bridged.Clear();
        _mixed.Clear();
    }

    private void Check(Instant now, MediaSessionId one, MediaSessionId other)
    {
        if (_bridged.TryGetValue(one, out var third) && third != other)
        {
            Object(now, $"{one} is connected to {other} while connected to {third}");
        }

        if (_mixed.ContainsKey(one))
        {
            Object(now, $"{one} is connected to {other} while in a conference");
        }
    }

    private void Part(MediaSessionId one)
    {
        if (_bridged.Remove(one, out var other))
        {
            _bridged.Remove(other);
        }
    }
}
