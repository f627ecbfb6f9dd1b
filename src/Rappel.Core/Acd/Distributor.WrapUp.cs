using Rappel.Core.Calls;

namespace Rappel.Core.Acd;

/// <summary>
/// After work. A wrap-up that lacks codes holds its agent: the timer runs out, the agent asks for another status, and nothing ends it but a
/// code, a supervisor, or the bound that every reservation has.
/// </summary>
public sealed partial class Distributor
{
    private void EndWork(Instant now, AcdInput.WorkEnded ended)
    {
        var id = ended.Offer;
        if (!offers.TryGetValue(id, out var offer))
        {
            Refuse(id.ToString(), "unknown-offer");
            return;
        }

        if (!offer.Accepted)
        {
            Refuse(id.ToString(), "not-accepted");
            return;
        }

        var agent = offer.Agent;
        offers.Remove(id);
        inService.Remove(offer.Entry.Work.Id);
        LearnServiceEnd(offer.Entry.Line, now - offer.AcceptedAt + offer.WrapUp);
        agent.Offer = null;
        if (offer.WrapUp > TimeSpan.Zero || ended.CodesMissing)
        {
            agent.WrapUp = new WrapUp(now, now + offer.WrapUp, ended.CodesMissing);
            Become(now, agent, AgentStatus.WrapUp, agent.WrapUp.Deadline);
        }
        else
        {
            GoOn(now, agent, AgentStatus.Available);
        }
    }

    private void EndWrapUpEarly(Instant now, AgentState agent, bool byForce)
    {
        if (agent is not { Status: AgentStatus.WrapUp, WrapUp: { } wrapUp })
        {
            Refuse(agent.Key, "not-in-wrap-up");
        }
        else if (wrapUp.CodesMissing && !byForce)
        {
            wrapUp.IsDone = true;
            Refuse(agent.Key, "codes-missing");
        }
        else
        {
            GoOn(now, agent, AgentStatus.Available);
        }
    }

    private void TakeCodes(Instant now, AgentState agent)
    {
        if (agent.WrapUp is not { CodesMissing: true } wrapUp)
        {
            return;
        }

        wrapUp.CodesMissing = false;
        if (agent.Status != AgentStatus.WrapUp)
        {
            // In a direct call: the rest of it, if any is left, comes afterwards.
            return;
        }

        if (wrapUp.IsDone || wrapUp.Ends <= now)
        {
            GoOn(now, agent, AgentStatus.Available);
        }
        else
        {
            SetDeadline(agent, wrapUp.Deadline);
        }
    }

    private void ExtendWrapUp(Instant now, AgentState agent, TimeSpan by)
    {
        if (agent is not { Status: AgentStatus.WrapUp, WrapUp: { } wrapUp })
        {
            Refuse(agent.Key, "not-in-wrap-up");
            return;
        }

        var ends = (wrapUp.Ends > now ? wrapUp.Ends : now) + by;
        var latest = wrapUp.Began + AcdLimits.LongestWrapUp;
        wrapUp.Ends = ends < latest ? ends : latest > wrapUp.Ends ? latest : wrapUp.Ends;
        SetDeadline(agent, wrapUp.Deadline);
    }

    /// <summary>Its time is up; or it held the agent for as long as it may, and nobody knows whether anybody is there: a call would ring for nothing.</summary>
    private void EndWrapUpInTime(Instant now, AgentState agent)
    {
        if (agent is { WrapUp.CodesMissing: true, NextStatus: null or AgentStatus.Available })
        {
            agent.NextStatus = AgentStatus.OnBreak;
        }

        GoOn(now, agent, AgentStatus.Available);
    }

    /// <summary>After work: what was asked for meanwhile, or else <paramref name="otherwise"/>. The idle clock restarts.</summary>
    private void GoOn(Instant now, AgentState agent, AgentStatus otherwise)
    {
        agent.IdleSince = now;
        Become(now, agent, agent.NextStatus ?? otherwise);
    }
}
