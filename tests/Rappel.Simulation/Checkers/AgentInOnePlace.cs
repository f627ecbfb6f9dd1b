using Rappel.Core.Acd;
using Rappel.Engine.Journal;

namespace Rappel.Simulation.Checkers;

/// <summary>An agent is asked for one thing at a time, and asked for nothing while busy.</summary>
internal sealed class AgentInOnePlace(Referee referee) : Checker(referee)
{
    private readonly Dictionary<string, long> _offered = [];
    private readonly Dictionary<string, AgentStatus> _status = [];

    public override void Issued(Instant now, StoreRow row)
    {
        switch (row)
        {
            case StoreRow.OfAgent(var agent):
                if (agent.Status == AgentStatus.Offered && _status.TryGetValue(agent.Agent, out var before) && before != AgentStatus.Available)
                {
                    Object(now, $"{agent.Agent} is offered work while {before}");
                }

                _status[agent.Agent] = agent.Status;
                break;
            case StoreRow.OfOffer(var offer) when offer.Outcome is null:
                if (_offered.TryGetValue(offer.Agent, out var other) && other != offer.Id.Value)
                {
                    Object(now, $"{offer.Agent} is offered {offer.Id} while o-{other} is open");
                }

                if (_status.GetValueOrDefault(offer.Agent) is AgentStatus.Busy or AgentStatus.WrapUp or AgentStatus.OnBreak or AgentStatus.LoggedOut)
                {
                    Object(now, $"{offer.Agent} is offered {offer.Id} while {_status[offer.Agent]}");
                }

                _offered[offer.Agent] = offer.Id.Value;
                break;
            case StoreRow.OfOffer(var offer):
                if (_offered.GetValueOrDefault(offer.Agent) == offer.Id.Value)
                {
                    _offered.Remove(offer.Agent);
                }

                break;
        }
    }

    public override void AgentAnswered(Instant now, string agent, int calls)
    {
        if (calls > 1)
        {
            Object(now, $"{agent} talks in {calls} calls");
        }
    }

    public override void Crashed()
    {
        _offered.Clear();
        _status.Clear();
    }
}
