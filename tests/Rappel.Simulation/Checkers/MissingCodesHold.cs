using Rappel.Core.Acd;
using Rappel.Engine;
using Rappel.Engine.Journal;

namespace Rappel.Simulation.Checkers;

/// <summary>No agent is offered work while codes are missing, over a crash too; and nobody is held for longer than the bound.</summary>
internal sealed class MissingCodesHold(Referee referee) : Checker(referee)
{
    /// <summary>The wrap-up itself and its extensions, and a clock that runs slow.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(20);

    private readonly Dictionary<string, Instant> _held = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Instant> _durable = new(StringComparer.Ordinal);

    public override void Issued(Instant now, StoreRow row)
    {
        switch (row)
        {
            case StoreRow.OfAgent(var agent):
                Follow(_held, agent);
                break;
            case StoreRow.OfOffer({ Outcome: null } offer) when _held.ContainsKey(offer.Agent):
                Object(now, $"{offer.Agent} is offered {offer.Id} while codes are missing");
                break;
        }
    }

    public override void Durable(Instant now, StoreRow row)
    {
        if (row is StoreRow.OfAgent(var agent))
        {
            Follow(_durable, agent);
        }
    }

    public override void Viewed(Instant now, LiveView view)
    {
        foreach (var (agent, since) in _held.ToArray())
        {
            if (TrueTime - since > AcdLimits.WrapUpHeldFor + Slack)
            {
                Object(now, $"{agent} has been held for {(TrueTime - since).TotalMinutes:0} min");
                _held.Remove(agent);
            }
        }
    }

    public override void Crashed()
    {
        _held.Clear();
        foreach (var (agent, since) in _durable)
        {
            _held.Add(agent, since);
        }
    }

    private void Follow(Dictionary<string, Instant> held, AgentRow agent)
    {
        if (agent.Held is null)
        {
            held.Remove(agent.Agent);
        }
        else
        {
            held.TryAdd(agent.Agent, TrueTime);
        }
    }
}
