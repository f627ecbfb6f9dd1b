using Rappel.Engine.Desk.Control.Phones;
using Rappel.Engine.Desk.Live;
using Rappel.Engine.Journal;
using Rappel.Engine.Telephony;

namespace Rappel.Engine.Desk.Control;

/// <summary>Whom an agent asks while the customer waits, until it is over or the customer has been handed over.</summary>
internal sealed class Consult : IPartyOwner
{
    private readonly EngineContext _context;
    private readonly Talk _talk;
    private readonly InteractionRecord _record;

    private Consult(EngineContext context, Talk talk, InteractionRecord record, CallDestination to, SecondLine? line)
    {
        Line = line;
        _context = context;
        _talk = talk;
        _record = record;
        var caller = talk.Seat.Agent!;
        Party = new CalledParty(context, to, this)
        {
            Caller = new LiveSubject(caller.Key, caller.Name, caller.Language),
            Kind = LiveCallKind.Consult,
            Interaction = record.Id,
            Queue = talk.Customer.Queue,
        };
    }

    public CalledParty Party { get; }

    /// <summary>What the agent's phone calls them by, beside the call with the customer; null where both are in one.</summary>
    public SecondLine? Line { get; }

    public LiveConsultState State { get; private set; } = LiveConsultState.Dialling;

    /// <summary>Where it failed; null otherwise.</summary>
    public string? Why { get; private set; }

    public bool IsCalling => State is LiveConsultState.Dialling or LiveConsultState.Ringing;

    public bool IsOver => State == LiveConsultState.Failed;

    /// <summary>Null where nobody could be called.</summary>
    public static Consult? Begin(EngineContext context, Talk talk, CallDestination to, SecondLine? line)
    {
        var customer = talk.Customer;
        var record = new InteractionRecord(context.Ledger, new InteractionRow(
            context.Tenant, context.NewInteraction(), InteractionKind.Direct, customer.Interaction, null, customer.Queue, to.Target, customer.Shown,
            customer.Subject.Language ?? context.Configuration.DefaultLanguage, context.Now, null, null, null, talk.Seat.Agent!.Key, null, null));
        var consult = new Consult(context, talk, record, to, line);
        if (consult.Party.TryCall(customer.Shown))
        {
            line?.Consult = consult;
            return consult;
        }

        record.End(context.Now, PartyFailure.Failed);
        line?.Tell(PartyFailure.Failed);
        return null;
    }

    public LiveConsult Read() => new(Party.Destination.Target, Party.Destination.Name, State, Why);

    /// <summary>The agent talks with the other of the two, or with both.</summary>
    public void Turn(LiveConsultState state) => State = state;

    public void Rings(CalledParty party) => State = LiveConsultState.Ringing;

    public void Answered(CalledParty party)
    {
        State = LiveConsultState.Talking;
        _record.Change(row => row with { AnsweredAt = _context.Now });
        _talk.Arrange();
    }

    public void NotReached(CalledParty party, string why) => End(why, why);

    public void Gone(CalledParty party) => End(PartyFailure.Ended, "answered");

    public void HoldChanged(CalledParty party) => _talk.HoldChanged();

    /// <summary>Where the agent's phone has a line for it, that says which of the two they talk with.</summary>
    /// <param name="withCustomer">The agent and the customer hear each other.</param>
    public void Follow(bool withCustomer)
    {
        if (Line is { IsTogether: var together } && State is LiveConsultState.Talking or LiveConsultState.Held or LiveConsultState.Joined)
        {
            State = !together ? LiveConsultState.Held : withCustomer ? LiveConsultState.Joined : LiveConsultState.Talking;
        }
    }

    public void LineHeld() => _talk.HoldChanged();

    /// <summary>The agent hung up on whom they asked.</summary>
    public void LineGone()
    {
        if (!IsOver)
        {
            Cancel();
            _talk.ConsultGone();
        }
    }

    /// <summary>The agent, or the customer, wants no more of it.</summary>
    public void Cancel()
    {
        if (!IsOver)
        {
            Party.Finish();
            Line?.End();
            State = LiveConsultState.Failed;
            _record.End(_context.Now, Party.AnsweredAt is null ? "cancelled" : "answered");
        }
    }

    /// <summary>The party goes on with the customer: what it was asked is part of that.</summary>
    public CalledParty LetGo()
    {
        Line?.End();
        State = LiveConsultState.Failed;
        _record.End(_context.Now, Party.AnsweredAt is null ? "transferred" : "answered");
        return Party;
    }

    private void End(string why, string outcome)
    {
        var talked = State is LiveConsultState.Held or LiveConsultState.Joined;
        State = LiveConsultState.Failed;
        Why = why;
        _record.End(_context.Now, outcome);
        if (why == PartyFailure.Ended)
        {
            Line?.End();
        }
        else
        {
            Line?.Tell(why);
        }

        _talk.ConsultOver(why, withCustomer: talked);
    }
}
