using Rappel.Core.Acd;
using Rappel.Core.Calls;
using Rappel.Core.Config;
using Rappel.Engine.Desk.Live;
using Rappel.Engine.Journal;
using Rappel.Engine.Telephony;

namespace Rappel.Engine.Desk.Control;

/// <summary>A caller whom a colleague took over from another agent.</summary>
internal sealed class TakenOver(InboundCall call) : IOfferedWork
{
    // The agent's own part of it: the call may go on to others.
    private readonly InteractionRecord _record = call.Record;

    public InteractionId Interaction => _record.Id;

    public CallbackId? Callback => null;

    public LiveSubject Subject => call.Subject;

    public Talk? Talk => call.Connected;

    public LiveCall? Read(AgentRing ring) => call.Connected?.Read();

    public AgentDisplay Describe(AgentSnapshot agent) => AgentDisplay.OfColleague(call.Subject, agent.Language);

    public bool TryBegin(AgentRing ring) => true;

    public void Accepted(AgentRing ring)
    {
        // It was, before the distributor knew of it.
    }

    public void NotAccepted(OfferOutcome outcome)
    {
    }

    public void AgentGone(AgentRing ring) => call.Connected?.SeatGone();

    public void AgentHeld(AgentRing ring) => call.Connected?.HoldChanged();

    public void AgentPlayEnded(AgentRing ring, int token)
    {
    }
}
