using Rappel.Core.Acd;

namespace Rappel.Engine.Desk.Live;

/// <summary>What is live of an agent's work; the rest is asked of the store.</summary>
/// <param name="Offer">What the agent is asked to take; null for nothing.</param>
/// <param name="Call">What the agent is in; null for nothing.</param>
/// <param name="WrapUp">While in wrap-up; null otherwise.</param>
/// <param name="Next">The status that was asked for and begins after this work; null where none was.</param>
public sealed record LiveDesk(LiveOffer? Offer, LiveCall? Call, LiveWrapUp? WrapUp, AgentStatus? Next)
{
    /// <summary>In a call from a queue and in the wrap-up after it; null otherwise.</summary>
    public LiveSaid? Said { get; init; }

    public static readonly LiveDesk Empty = new(null, null, null, null);
}
