using Rappel.Core.Acd;
using Rappel.Core.Calls;
using Rappel.Core.Config;
using Rappel.Engine.Desk.Control;
using Rappel.Engine.Desk.Live;

namespace Rappel.Engine.Desk;

/// <summary>A piece of work as the desk sees it: something an agent can be rung for.</summary>
internal interface IOfferedWork
{
    InteractionId Interaction { get; }

    /// <summary>Null for work that is no callback.</summary>
    CallbackId? Callback { get; }

    LiveSubject Subject { get; }

    /// <summary>What it is to the agent who has taken it; null where it is over.</summary>
    LiveCall? Read(AgentRing ring);

    /// <summary>The conversation of the agent who has taken it; null while there is none.</summary>
    Talk? Talk => null;

    /// <summary>What the agent's phone shows.</summary>
    AgentDisplay Describe(AgentSnapshot agent);

    /// <summary>False where the work does not want this offer any more; the agent is then not rung.</summary>
    bool TryBegin(AgentRing ring);

    /// <summary>The agent's phone was answered; the work now owns the ring and finishes it.</summary>
    void Accepted(AgentRing ring);

    /// <summary>The offer ended without acceptance.</summary>
    void NotAccepted(OfferOutcome outcome);

    /// <summary>The agent hung up after accepting.</summary>
    void AgentGone(AgentRing ring);

    void AgentHeld(AgentRing ring);

    void AgentPlayEnded(AgentRing ring, int token);

    /// <summary>The distributor has heard that the agent who had it is done with it.</summary>
    void AgentDone()
    {
    }
}
