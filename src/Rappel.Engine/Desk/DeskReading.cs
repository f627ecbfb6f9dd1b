using Rappel.Core.Acd;
using Rappel.Engine.Desk.Live;

namespace Rappel.Engine.Desk;

/// <summary>Puts together what is live of an agent's work.</summary>
internal sealed class DeskReading(EngineContext context)
{
    /// <param name="ring">What the agent is offered or has taken; null for nothing.</param>
    public LiveDesk Read(AgentReading agent, AgentRing? ring) => (agent.Status, ring) switch
    {
        (_, { IsAccepted: true }) => LiveDesk.Empty with { Call = ring.Read(), Next = agent.NextStatus },
        (AgentStatus.Offered, not null) => LiveDesk.Empty with { Offer = Offer(agent, ring), Next = agent.NextStatus },
        (AgentStatus.Busy, _) when context.PartyOf(agent.Agent) is { } party =>
            LiveDesk.Empty with { Offer = party.ReadOffer(), Call = party.ReadCall(), Next = agent.NextStatus },
        (AgentStatus.WrapUp, _) => LiveDesk.Empty with { WrapUp = WrapUp(agent), Next = agent.NextStatus },
        _ when agent.NextStatus is null => LiveDesk.Empty,
        _ => LiveDesk.Empty with { Next = agent.NextStatus },
    };

    private static LiveOffer Offer(AgentReading agent, AgentRing ring) => new(
        ring.Offer.ToString(), KindOf(ring.WorkId.Kind), ring.Interaction, ring.Callback, ring.Queue, ring.Subject, agent.Since,
        agent.Deadline ?? agent.Since, ring.IsRung, ring.Agent.MayReject);

    private LiveWrapUp WrapUp(AgentReading agent)
    {
        var last = context.LastWork.GetValueOrDefault(agent.Agent);
        return new LiveWrapUp(last?.Interaction, last?.Callback, last?.Queue, agent.Since, agent.Deadline);
    }

    public static LiveCallKind KindOf(WorkKind kind) => kind switch
    {
        WorkKind.Callback => LiveCallKind.Callback,
        WorkKind.Voicemail => LiveCallKind.Voicemail,
        _ => LiveCallKind.Call,
    };
}
