using Rappel.Core.Acd;
using Rappel.Engine;

namespace Rappel.Simulation.Checkers;

/// <summary>In the end no leg, no offer and no agent is left in the middle of something.</summary>
internal sealed class NothingIsLeft(Referee referee, SimStore store) : Checker(referee)
{
    public override void AtTheEnd(Instant now, LiveView? view)
    {
        if (view is null)
        {
            Object(now, "the server is down");
            return;
        }

        if (view.Calls > 0)
        {
            Object(now, $"{view.Calls} legs are up");
        }

        foreach (var offer in store.OpenOffers.Values)
        {
            Object(now, $"{offer.Id} to {offer.Agent} never ended");
        }

        foreach (var agent in view.Agents.Where(a => a.Status is AgentStatus.Offered or AgentStatus.Busy or AgentStatus.WrapUp))
        {
            Object(now, $"agent {agent.Agent} is stuck {agent.Status} since {agent.Since:u}");
        }
    }
}
