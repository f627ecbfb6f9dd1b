using Rappel.Core.Acd;
using Rappel.Engine;

namespace Rappel.Simulation.Checkers;

/// <summary>A watch is over with the call it was of, or when nobody answers it, and none outlives a crash; whoever listened is then free again.</summary>
internal sealed class WatchesEnd(Referee referee, HearingWatch hearing) : Checker(referee)
{
    private static readonly TimeSpan RingsAtMost = TimeSpan.FromSeconds(30);

    /// <summary>For a clock that runs slow, and for looks that are seconds apart.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(15);

    /// <summary>A phone that a script rings, and that is not reached, shows nowhere.</summary>
    private static readonly TimeSpan RingsUnseen = TimeSpan.FromSeconds(75);

    /// <summary>Watches seen since the process began, and since when in true time.</summary>
    private readonly Dictionary<long, Instant> _seen = [];

    /// <summary>Agents seen busy with nothing.</summary>
    private readonly Dictionary<string, (Instant Busy, Instant Seen)> _idle = [];

    public override void Viewed(Instant now, LiveView view)
    {
        foreach (var watch in view.Watches)
        {
            Look(now, watch, view);
        }

        foreach (var agent in view.Agents)
        {
            var isBusyWithNothing = agent is { Status: AgentStatus.Busy, Work: null, Desk: { Call: null, Offer: null } } && view.Watches.All(w => w.Phone != agent.Agent);
            if (!isBusyWithNothing || hearing.AtWork(agent.Agent).Any())
            {
                _idle.Remove(agent.Agent);
            }
            else if (!_idle.TryGetValue(agent.Agent, out var idle) || idle.Busy != agent.Since)
            {
                // One such ring may follow the other.
                _idle[agent.Agent] = (agent.Since, TrueTime);
            }
            else if (TrueTime - idle.Seen < RingsUnseen)
            {
                continue;
            }
            else
            {
                Object(now, $"{agent.Agent} is busy and neither works nor listens");
                _idle[agent.Agent] = (agent.Since, TrueTime);
            }
        }
    }

    public override void AtTheEnd(Instant now, LiveView? view)
    {
        foreach (var watch in view?.Watches ?? [])
        {
            Object(now, $"watch {watch.Id} of {watch.Agent} is left");
        }
    }

    /// <summary>Of what went on before there is nothing left to listen to.</summary>
    public override void Restarted(Instant now) => _began = now;

    private Instant _began;

    public override void Crashed()
    {
        _seen.Clear();
        _idle.Clear();
    }

    private void Look(Instant now, LiveWatch watch, LiveView view)
    {
        var since = _seen.TryAdd(watch.Id, TrueTime) ? TrueTime : _seen[watch.Id];
        if (!hearing.AtWork(watch.Agent).Any())
        {
            Object(now, $"{watch.Who} listens to {watch.Agent}, who is in no call");
        }

        if (watch.AnsweredAt is null && TrueTime - since > RingsAtMost + Slack)
        {
            Object(now, $"{watch.Phone} has rung for {(TrueTime - since).TotalSeconds:0} s to listen to {watch.Agent}");
        }

        if (view.Agents.FirstOrDefault(a => a.Agent == watch.Phone) is { Status: not AgentStatus.Busy } agent)
        {
            Object(now, $"{agent.Agent} listens to {watch.Agent} and is {agent.Status}");
        }

        if (watch.Since < _began)
        {
            Object(now, $"watch {watch.Id} of {watch.Agent} is of before the process began");
        }
    }
}
