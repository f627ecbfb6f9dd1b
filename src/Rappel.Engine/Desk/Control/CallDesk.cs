using Rappel.Engine.Callbacks;
using Rappel.Engine.Desk.Control.Phones;
using Rappel.Engine.Desk.Live;
using Rappel.Sip.UserAgents;

namespace Rappel.Engine.Desk.Control;

/// <summary>Carries out what agents do with their calls by command, whatever phone they have. Phones' own keys come here, too.</summary>
internal sealed class CallDesk(EngineContext context)
{
    public void Handle(long ticket, CallControl control)
    {
        if (Carry(control) is { } refusal)
        {
            context.Emit(new EngineOutput.Answered(ticket, refusal.ToAnswer()));
            return;
        }

        context.AfterOutputs(() => context.Ledger.WhenDurable(
            () => context.Emit(new EngineOutput.Answered(ticket, new CommandAnswer(null, null, null))),
            lost: () => context.Emit(new EngineOutput.Answered(ticket, Refusal.NotWritten))));
    }

    /// <summary>Does it and puts it down in the journal.</summary>
    /// <param name="called">The call of the agent's own phone that it is done by; null for none.</param>
    /// <returns>Null where it was done.</returns>
    public Refusal? Carry(CallControl control, UserAgentEvent.Called? called = null)
    {
        var interaction = InteractionOf(control.Agent);
        var refusal = Do(control, called);
        if (refusal is null)
        {
            Note(control, interaction ?? InteractionOf(control.Agent));
        }

        return refusal;
    }

    /// <summary>The conversation that this agent leads; null for none.</summary>
    public Talk? TalkOf(string agent) => RingOf(agent)?.Talk ?? context.PartyOf(agent)?.Talk;

    private Refusal? Do(CallControl control, UserAgentEvent.Called? called)
    {
        if (!context.Configuration.Agents.ContainsKey(control.Agent))
        {
            return Refusal.NoAgent(control.Agent);
        }

        var (ring, party) = (RingOf(control.Agent), context.PartyOf(control.Agent));
        context.Current.Id = ring?.WorkId ?? party?.Leg?.Work;
        return control switch
        {
            CallControl.Dial dial => Dial(dial, called),
            CallControl.RejectOffer => Reject(ring, party),
            _ when (ring?.Talk ?? party?.Talk) is { } talk => Control(talk, control, called),
            CallControl.HangUp when ring is { IsAccepted: true } => Done(ring.HangUp),
            CallControl.HangUp when party is { IsUp: true } or { IsCallers: true } => Done(party.CutOff),
            _ when ring is { IsAccepted: true } || party is { IsUp: true } => CallAction.NotNow(control, LiveCallState.Dialling),
            _ => new Refusal("no-call", $"agent '{control.Agent}' is in no call", $"l'agent « {control.Agent} » n'est pas en communication"),
        };
    }

    private static Refusal? Done(Action act)
    {
        act();
        return null;
    }

    private Refusal? Control(Talk talk, CallControl control, UserAgentEvent.Called? called)
    {
        if (control is not (CallControl.Transfer or CallControl.Consult))
        {
            return talk.Do(control);
        }

        var to = control is CallControl.Transfer transfer ? transfer.To : ((CallControl.Consult)control).To;
        if (talk.Refuses(control) is { } refusal)
        {
            return refusal;
        }

        if (control is CallControl.Consult && to is CallTarget.Queue)
        {
            return new Refusal("not-a-person", "a queue cannot be asked: transfer to it instead", "une file d'attente ne se consulte pas : transférez-y plutôt l'appel");
        }

        if (CallDestination.TryFind(context, to, control.Agent, out var found) is { } impossible)
        {
            return impossible;
        }

        return control is CallControl.Consult ? Ask(talk, found, called) : Transfer(talk, found);
    }

    private Refusal? Ask(Talk talk, CallDestination to, UserAgentEvent.Called? called) =>
        called is null ? talk.Ask(to)
        : SecondLine.Answer(context, called, talk.Seat.Agent!.Key) is { } line ? talk.Ask(to, line)
        : new Refusal("no-media", "what the phone offers does not fit", "ce que le téléphone propose ne convient pas");

    private Refusal? Transfer(Talk talk, CallDestination to)
    {
        var call = talk.Leave(to.Outcome);
        if (to is CallDestination.OfQueue queue)
        {
            call.GoTo(queue.Queue);
        }
        else
        {
            Handover.Call(context, call, to);
        }

        return null;
    }

    private Refusal? Dial(CallControl.Dial dial, UserAgentEvent.Called? called) => dial.To is CallTarget.Queue
        ? new Refusal("not-a-person", "a queue cannot be called", "une file d'attente ne s'appelle pas")
        : CallDestination.TryFind(context, dial.To, dial.Agent, out var found) ?? DirectCall.Begin(context, dial.Agent, found, called);

    private static Refusal? Reject(AgentRing? ring, CalledParty? party)
    {
        switch (ring, party)
        {
            case ({ IsRinging: true, IsRung: true, Agent.MayReject: false }, _):
                return new Refusal("not-permitted", $"{ring.Agent.Name} has no right to reject", $"{ring.Agent.Name} n'a pas le droit de refuser");
            case ({ IsRinging: true, IsRung: true }, _):
                return Done(ring.Reject);
            case (_, { IsUp: false, IsCallers: false }):
                return Done(party.Reject);
            default:
                return new Refusal("no-offer", "nothing rings", "rien ne sonne");
        }
    }

    private AgentRing? RingOf(string agent) =>
        context.Acd.ReadAgent(agent)?.Offer is { } offer ? context.Rings.GetValueOrDefault(offer) : null;

    private Core.Calls.InteractionId? InteractionOf(string agent) => RingOf(agent)?.Interaction ?? context.PartyOf(agent)?.Interaction;

    private void Note(CallControl control, Core.Calls.InteractionId? interaction)
    {
        if (interaction is { } id)
        {
            context.Ledger.Note(context.Now, id.ToString(), CallAction.Noted(control), CallAction.DetailOf(control), control.Who);
        }
    }
}
