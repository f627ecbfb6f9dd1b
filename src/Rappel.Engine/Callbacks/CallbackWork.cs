using Rappel.Core.Acd;
using Rappel.Core.Callbacks;
using Rappel.Core.Calls;
using Rappel.Core.Config;
using Rappel.Engine.Desk;

namespace Rappel.Engine.Callbacks;

/// <summary>A callback in line: what an agent is rung for. Agent first: the customer is dialled only after the agent accepts.</summary>
internal sealed class CallbackWork(EngineContext context, CallbackId id) : IOfferedWork
{
    private CallbackCall? _call;

    public InteractionId Interaction => Request.Interaction;

    public CallbackId? Callback => id;

    private CallbackRequest Request => context.Book.Get(id)!;

    public AgentDisplay Describe(AgentSnapshot agent) => AgentDisplay.OfCallback(Request, Request.AttemptsUsed + 1, agent.Language);

    public bool TryBegin(AgentRing ring)
    {
        context.Book.Handle(context.Now, new CallbackInput.OfferBegan(id, ring.Agent.Key));
        return context.Book.Get(id) is { Status: CallbackStatus.Offering };
    }

    public void Accepted(AgentRing ring)
    {
        // Out of line: a retry enters it anew.
        context.Works.Remove(new WorkId(WorkKind.Callback, id.Value));
        context.Book.Handle(context.Now, new CallbackInput.OfferAccepted(id));
        _call = new CallbackCall(context, id, ring);
        _call.Begin();
    }

    public void NotAccepted(OfferOutcome outcome)
    {
        if (context.Book.Get(id) is not { Status: CallbackStatus.Offering })
        {
            // The book itself withdrew it (expired, cancelled): it has told the distributor already.
            return;
        }

        context.Book.Handle(context.Now, outcome == OfferOutcome.TimedOut
            ? new CallbackInput.OfferTimedOut(id)
            : new CallbackInput.OfferRejected(id));
    }

    public void AgentGone(AgentRing ring) => _call?.AgentGone();

    public void AgentHeld(AgentRing ring) => _call?.HoldChanged();

    public void AgentPlayEnded(AgentRing ring, int token) => _call?.AgentPlayEnded(token);
}
