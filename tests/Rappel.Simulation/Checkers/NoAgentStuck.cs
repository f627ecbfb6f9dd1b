using Rappel.Core.Acd;
using Rappel.Engine;
using Rappel.Engine.Journal;

namespace Rappel.Simulation.Checkers;

/// <summary>No agent stays reserved, offered, busy or in wrap-up for longer than anything in this world can last.</summary>
internal sealed class NoAgentStuck(Referee referee) : Checker(referee)
{
    /// <summary>A customer's ring time, the greeting and the agent's own ring time, with a clock that runs slow.</summary>
    private static readonly TimeSpan LongestOffer = TimeSpan.FromSeconds(240);

    /// <summary>The longest conversation, then whatever is said after it.</summary>
    private static readonly TimeSpan LongestBusy = TimeSpan.FromMinutes(25);

    private static readonly TimeSpan LongestWrapUp = TimeSpan.FromSeconds(60);

    /// <summary>For a deadline that a slow clock or a busy moment puts off.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(5);

    private readonly Dictionary<long, Instant> _offered = [];
    private long _ended;
    private readonly Dictionary<string, (AgentStatus Status, Instant SinceByServer, Instant Since)> _agents = [];

    /// <summary>What rings at an agent's phone is over when the agent's own time to answer is.</summary>
    public override void Issued(Instant now, StoreRow row)
    {
        if (row is not StoreRow.OfOffer({ Kind: WorkKind.LiveCall } offer))
        {
            return;
        }

        if (offer.Outcome is null)
        {
            _offered[offer.Id.Value] = TrueTime;
        }
        else if (_offered.Remove(offer.Id.Value, out var began) && Configuration.Agents.TryGetValue(offer.Agent, out var agent)
            && TrueTime - began > agent.OfferTimeout + Slack && offer.EndedAt - offer.At > agent.OfferTimeout + Slack)
        {
            Object(now, $"{offer.Id} rang at {offer.Agent} for {(TrueTime - began).TotalSeconds:0} s, may be {agent.OfferTimeout.TotalSeconds:0} s");
        }
    }

    public override void Viewed(Instant now, LiveView view)
    {
        if (view.WatchdogEnded > _ended)
        {
            // Well that it did; but nothing should have been there for it to end.
            Object(now, $"the watchdog had to end what was stuck, {view.WatchdogEnded - _ended} times");
        }

        _ended = view.WatchdogEnded;
        foreach (var agent in view.Agents)
        {
            if (!_agents.TryGetValue(agent.Agent, out var seen) || seen.Status != agent.Status || seen.SinceByServer != agent.Since)
            {
                _agents[agent.Agent] = (agent.Status, agent.Since, TrueTime);
                continue;
            }

            TimeSpan? longest = agent.Status switch
            {
                AgentStatus.Offered => LongestOffer,
                AgentStatus.Busy => LongestBusy,

                // Codes may hold it, and extensions prolong it: MissingCodesHold has the bound.
                AgentStatus.WrapUp when agent.Desk?.Said?.Wanted.List is not null => null,
                AgentStatus.WrapUp => LongestWrapUp,
                _ => null,
            };
            if (TrueTime - seen.Since > longest)
            {
                Object(now, $"{agent.Agent} has been {agent.Status} for {(TrueTime - seen.Since).TotalSeconds:0} s, with {agent.Work ?? "nothing"}");
                _agents[agent.Agent] = seen with { Since = TrueTime };
            }
        }
    }

    public override void Crashed()
    {
        _agents.Clear();
        _offered.Clear();
        _ended = 0;
    }
}
