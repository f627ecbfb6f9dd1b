using System.Collections.Immutable;
using Rappel.Core.Acd;
using Rappel.Core.Calls;
using Rappel.Core.Config;
using Rappel.Engine.Journal;
using Rappel.Engine.Telephony;
using Rappel.Engine.Telephony.Flows;
using Rappel.Sip.Messages;
using Rappel.Sip.UserAgents;
using Rappel.Engine.Desk.Control;
using Rappel.Engine.Desk.Live;

namespace Rappel.Engine.Desk;

/// <summary>One offer at one agent's phone: answering accepts it, 486 or 603 rejects it. One that is reserved first has not rung yet.</summary>
internal sealed class AgentRing : ILegOwner, ISeat
{
    private readonly EngineContext _context;
    private readonly IOfferedWork _work;
    private readonly OfferId _offer;
    private OfferRow _row;
    private Leg? _taken;
    private PhoneRinging? _phones;
    private bool _accepted;
    private bool _closed;

    public AgentRing(EngineContext context, AcdOutput.OfferMade made, AgentSnapshot agent, IOfferedWork work)
    {
        _context = context;
        _work = work;
        _offer = made.Offer;
        Agent = agent;
        WorkId = made.Work.Id;
        Queue = made.Work.Queue;
        IsReserved = made.Work.Reservation is not null;
        Subject = work.Subject;
        _row = new OfferRow(context.Tenant, made.Offer, made.Agent, made.Work.Queue, made.Work.Id.Kind, work.Interaction, work.Callback, context.Now, null, null);
    }

    private AgentRing(EngineContext context, OfferId offer, WorkItem work, AgentSnapshot agent, IOfferedWork owner, Leg leg)
        : this(context, new AcdOutput.OfferMade(offer, agent.Key, work, context.Now), agent, owner)
    {
        _taken = leg;
        leg.Owner = this;
        leg.Work = work.Id;
        Number = owner.Subject.Number ?? "anonymous";
        AcceptedAt = context.Now;
        _accepted = true;
    }

    public AgentSnapshot Agent { get; }

    public OfferId Offer => _offer;

    public InteractionId Interaction => _row.Interaction;

    public CallbackId? Callback => _row.Callback;

    /// <summary>Who waits at the other end, also when the work itself is over and the agent is told so.</summary>
    public LiveSubject Subject { get; }

    /// <summary>When the agent's phone was answered.</summary>
    public Instant AcceptedAt { get; private set; }

    /// <summary>The agent's phone has been asked to ring.</summary>
    public bool IsRung => Number is not null;

    public bool IsRinging => !_accepted && !_closed;

    public bool IsAccepted => _accepted;

    /// <summary>The offer began as a reservation: the phone rings only once <see cref="Ring"/> says so.</summary>
    public bool IsReserved { get; }

    public WorkId WorkId { get; }

    public string Queue { get; }

    /// <summary>The customer's number as the agent's phone shows it; null before it rings.</summary>
    public string? Number { get; private set; }

    /// <summary>The agent's leg, once rung.</summary>
    public Leg Leg => _taken ?? _phones?.Leg!;

    /// <summary>An agent who was on the line already has the work now: as an offer that was accepted at once.</summary>
    public static AgentRing Taken(EngineContext context, OfferId offer, WorkItem work, AgentSnapshot agent, IOfferedWork owner, Leg leg)
    {
        var ring = new AgentRing(context, offer, work, agent, owner, leg);
        context.Rings[offer] = ring;
        ring.Store(OfferOutcome.Accepted);
        context.AfterCalls.Accepted(ring._row);
        return ring;
    }

    public static OutgoingCall Invite(EngineContext context, Binding binding, AgentDisplay display, ReadOnlyMemory<byte> offer, bool answersItself = false) => new(
        binding.Contact,
        binding.Flow,
        SipUri.Sip(display.User, context.Settings.Address, context.Settings.SipPort),
        display.Name,
        offer,
        LegBook.SdpType,
        answersItself || context.Configuration.Agents.GetValueOrDefault(binding.User) is { AutoAnswer: true } ? AnswersItself(context) : [],
        null);

    // Two ways, for no two makes of phone agree; a phone that knows neither rings.
    private static ImmutableArray<(string Name, string Value)> AnswersItself(EngineContext context) =>
        [("Call-Info", $"<sip:{context.Settings.Address}>;answer-after=0"), ("Alert-Info", $"<http://{context.Settings.Address}>;info=alert-autoanswer;delay=0")];

    public void Begin()
    {
        _context.Ledger.Write(new StoreRow.OfOffer(_row));
        if (!_work.TryBegin(this))
        {
            // Its owner does not want it in line any more. Answering would only have the distributor offer it on.
            _context.Acd.Handle(_context.Now, new AcdInput.WorkLeft(WorkId));
            return;
        }

        if (!IsReserved)
        {
            Call();
        }
    }

    /// <summary>The work needs the reserved agent now.</summary>
    public void Ring()
    {
        if (!_closed)
        {
            _context.Acd.Handle(_context.Now, new AcdInput.ReservationRung(_offer));
            Call();
        }
    }

    /// <summary>The agent and whoever this is about hear each other.</summary>
    public void Talks() => _context.AfterCalls.Talks(Agent.Key, _offer);

    private void Call()
    {
        var display = _work.Describe(Agent);
        Number = display.User;
        _phones = new PhoneRinging(_context, Agent.Key, this, WorkId, (binding, offer) => Invite(_context, binding, display, offer));
        if (!_phones.TryBegin())
        {
            Answer(OfferOutcome.Unreachable);
        }
    }

    public void Up(Leg leg)
    {
        if (_closed)
        {
            return;
        }

        _accepted = true;
        AcceptedAt = _context.Now;
        Answer(OfferOutcome.Accepted);
        _work.Accepted(this);
    }

    public void Failed(Leg leg, LegFailure failure) => Answer(failure switch
    {
        { Local: false, Status: 486 or 600 or 603 } => OfferOutcome.Rejected,
        _ => OfferOutcome.Unreachable,
    });

    public void Ended(Leg leg, EndCause cause)
    {
        if (!_closed && Talk?.TryKeepSeat(cause) != true)
        {
            _work.AgentGone(this);
            Finish();
        }
    }

    public void Return(Leg leg) => (_taken, leg.Owner) = (leg, this);

    public void PlayEnded(Leg leg, int token) => _work.AgentPlayEnded(this, token);

    public void HoldChanged(Leg leg) => _work.AgentHeld(this);

    /// <summary>The distributor ended the offer (time up, or the work left), or tells what we told it.</summary>
    public void OfferEnded(OfferOutcome outcome)
    {
        if (_closed || _accepted)
        {
            return;
        }

        _closed = true;
        Store(outcome);
        StopPhones();
        _work.NotAccepted(outcome);
    }

    /// <summary>The work of an accepted offer is over: the agent is hung up and goes to wrap-up.</summary>
    public void Finish()
    {
        if (_closed)
        {
            return;
        }

        _closed = true;
        _context.LastWork[Agent.Key] = new FinishedWork(Interaction, Callback, Queue);
        StopPhones();
        _context.Rings.Remove(_offer);
        _context.Acd.Handle(_context.Now, new AcdInput.WorkEnded(_offer) { CodesMissing = _context.AfterCalls.Ended(Agent.Key, _offer) });
        _work.AgentDone();
    }

    /// <summary>The process ends: whoever is connected is hung up on, and the work is told.</summary>
    public void CutOff()
    {
        if (_accepted && !_closed)
        {
            _work.AgentGone(this);
            Finish();
        }
    }

    /// <summary>The distributor knows of no such offer: the phone stops ringing, and the work goes on without it.</summary>
    public void Abandon()
    {
        CutOff();
        _context.Rings.Remove(_offer);
        OfferEnded(OfferOutcome.Withdrawn);
    }

    /// <summary>What the work says no longer matters: the agent is hung up and free.</summary>
    public void EndInFault()
    {
        _context.Rings.Remove(_offer);
        if (!_closed)
        {
            _closed = true;
            StopPhones();
            if (!_accepted)
            {
                Store(OfferOutcome.Withdrawn);
            }
        }

        // Nobody is held to say what a call was about that a fault of ours ended.
        _context.AfterCalls.Ended(Agent.Key, _offer);
        _context.Acd.Handle(_context.Now, _accepted
            ? new AcdInput.WorkEnded(_offer)
            : new AcdInput.OfferAnswered(_offer, OfferOutcome.Withdrawn));
    }

    /// <summary>What the agent is in.</summary>
    public LiveCall Read() => _work.Read(this) ?? Early(LiveCallState.Ended, AcceptedAt);

    /// <summary>Of a call in which nobody talks yet, or any more.</summary>
    public LiveCall Early(LiveCallState state, Instant since) =>
        new(DeskReading.KindOf(WorkId.Kind), Interaction, Callback, Queue, Subject, state, since, null) { May = CallAction.Early };

    /// <summary>The conversation it came to; null for none.</summary>
    public Talk? Talk => _accepted && !_closed ? _work.Talk : null;

    /// <summary>By command: as if the phone had refused it.</summary>
    public void Reject() => Answer(OfferOutcome.Rejected);

    /// <summary>By command: as if the phone had hung up.</summary>
    public void HangUp()
    {
        _context.Legs.Hangup(Leg);
        CutOff();
    }

    private void Answer(OfferOutcome outcome)
    {
        if (outcome == OfferOutcome.Accepted)
        {
            Store(outcome);
            _context.AfterCalls.Accepted(_row);
        }

        _context.Acd.Handle(_context.Now, new AcdInput.OfferAnswered(_offer, outcome));
    }

    private void StopPhones()
    {
        _phones?.Stop();
        _context.Legs.Hangup(_taken);
    }

    private void Store(OfferOutcome outcome)
    {
        _row = _row with { EndedAt = _context.Now, Outcome = outcome };
        _context.Ledger.Write(new StoreRow.OfOffer(_row));
    }
}
