using Rappel.Engine;
using Rappel.Media.Sessions;

namespace Rappel.Simulation.Checkers;

/// <summary>Nobody hears a supervisor who only listens, and only the agent one who whispers.</summary>
internal sealed class WatchersAreUnheard(Referee referee, HearingWatch hearing) : Checker(referee)
{
    /// <summary>By the watcher's phone: as the screen shows it, and what has been asked for since.</summary>
    private readonly Dictionary<string, (string Agent, HashSet<WatchMode> Modes)> _watches = [];
    private readonly Dictionary<long, string> _phones = [];

    public override void Commanded(Instant now, EngineCommand command)
    {
        switch (command)
        {
            case WatchCommand.Begin begin when !_watches.ContainsKey(begin.Phone):
                _watches[begin.Phone] = (begin.Agent, [begin.Mode]);
                break;
            case WatchCommand.Change change when _phones.TryGetValue(change.Watch, out var phone) && _watches.TryGetValue(phone, out var watch):
                watch.Modes.Add(change.Mode);
                break;
        }
    }

    public override void Ordered(Instant now, MediaOrder order)
    {
        switch (order)
        {
            case MediaOrder.Do { Command: MediaCommand.Mix mix }:
                foreach (var other in mix.Hears)
                {
                    Check(now, mix.Session, other);
                }

                break;
            case MediaOrder.Do { Command: MediaCommand.Bridge bridge }:
                Check(now, bridge.Session, bridge.Other);
                Check(now, bridge.Other, bridge.Session);
                break;
        }
    }

    /// <summary>What was asked for before the screen was painted has been done.</summary>
    public override void Viewed(Instant now, LiveView view)
    {
        _watches.Clear();
        _phones.Clear();
        foreach (var watch in view.Watches)
        {
            _watches[watch.Phone] = (watch.Agent, [watch.Mode]);
            _phones[watch.Id] = watch.Phone;
        }

        foreach (var (session, ear) in hearing.All)
        {
            foreach (var other in ear.Hears)
            {
                Check(now, session, other);
            }
        }
    }

    public override void Crashed()
    {
        _watches.Clear();
        _phones.Clear();
    }

    private void Check(Instant now, MediaSessionId session, MediaSessionId other)
    {
        if (hearing.Of(other) is not { Watches: true, Phone: { } phone })
        {
            return;
        }

        var (agent, modes) = _watches.GetValueOrDefault(phone, (Agent: "nobody", Modes: []));
        var isAgent = hearing.Of(session)?.Phone == agent;
        if (!modes.Contains(WatchMode.Barge) && !(isAgent && modes.Contains(WatchMode.Whisper)))
        {
            Object(now, $"{session} at {hearing.Of(session)?.Phone ?? "a carrier"} hears {phone}, whose watch of {agent} is {string.Join(" or ", modes)}");
        }
    }
}
