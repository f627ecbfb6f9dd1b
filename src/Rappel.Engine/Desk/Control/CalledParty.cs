using System.Collections.Immutable;
using Rappel.Core.Acd;
using Rappel.Core.Calls;
using Rappel.Core.Config;
using Rappel.Engine.Desk.Live;
using Rappel.Engine.Telephony;
using Rappel.Sip.UserAgents;

namespace Rappel.Engine.Desk.Control;

/// <summary>
/// Somebody called on an agent's behalf, without the distributor: a colleague, somebody outside, or the agent itself whose own call it is. A
/// colleague is busy from the first ring to the end, and is then what it was before.
/// </summary>
internal sealed partial class CalledParty : ILegOwner, ISeat
{
    private readonly EngineContext _context;
    private readonly CallDestination _to;
    private readonly long _number;
    private ImmutableArray<TrunkSnapshot> _trunks = [];
    private int _nextTrunk;
    private bool _progressed;
    private string? _shown;
    private Agenda.Appointment? _ringTime;

    public CalledParty(EngineContext context, CallDestination to, IPartyOwner owner)
    {
        _context = context;
        _to = to;
        Owner = owner;
        _number = context.NewParty();
        BegunAt = context.Now;
    }

    public IPartyOwner Owner { get; set; }

    public AgentSnapshot? Agent => (_to as CallDestination.OfAgent)?.Agent;

    public CallDestination Destination => _to;

    public Leg Leg { get; private set; } = null!;

    public Instant BegunAt { get; }

    /// <summary>When the phone rings by itself no longer: as the appointment has it, which time that did not pass puts off.</summary>
    public Instant Deadline => _ringTime?.At ?? BegunAt;

    /// <summary>What the phone shows, and the screen: who calls, and for what.</summary>
    public required LiveSubject Caller { get; init; }

    /// <summary>What it is for a colleague who is called.</summary>
    public required LiveCallKind Kind { get; init; }

    public required InteractionId Interaction { get; init; }

    /// <summary>Key of the queue the customer came from; null for none.</summary>
    public string? Queue { get; init; }

    /// <summary>What a colleague's phone shows; null for who calls.</summary>
    public AgentDisplay? Display { get; init; }

    /// <summary>How long it rings at most; null for as long as for an offer.</summary>
    public TimeSpan? RingTime { get; init; }

    /// <summary>The call is this agent's own: its phone rings so that it can be made.</summary>
    public bool IsCallers { get; init; }

    public Talk? Talk => IsOver ? null : Owner.TalkOf(this);

    public bool IsRinging { get; private set; }

    public bool IsUp { get; private set; }

    public bool IsOver { get; private set; }

    /// <summary>When it answered.</summary>
    public Instant? AnsweredAt { get; private set; }

    /// <summary>What the screen shows while the phone rings; null where it is no offer.</summary>
    public LiveOffer? ReadOffer() => IsUp || IsCallers || Agent is not { } agent ? null
        : new LiveOffer($"d-{Leg.Id.Value}", Kind, Interaction, null, Queue, Caller, BegunAt, Deadline, true, true);

    public LiveCall? ReadCall() => Owner.Read(this) ?? (AnsweredAt is not { } since ? null
        : new LiveCall(Kind, Interaction, null, Queue, Caller, Leg.IsHeld ? LiveCallState.Held : LiveCallState.Talking, since, since) { May = CallAction.Early });

    public void Progressed(Leg leg, int status)
    {
        _progressed = true;
        if (!IsRinging)
        {
            IsRinging = true;
            Owner.Rings(this);
        }
    }

    public void Up(Leg leg)
    {
        _ringTime?.Cancel();
        IsUp = true;
        AnsweredAt = _context.Now;
        Owner.Answered(this);
    }

    public void Failed(Leg leg, LegFailure failure)
    {
        // Another trunk only where this one rang nobody.
        if (!_progressed && (failure.Local || failure.Status >= 500) && _nextTrunk < _trunks.Length && TryDial())
        {
            return;
        }

        Fail(PartyFailure.Of(failure));
    }

    public void Ended(Leg leg, EndCause cause)
    {
        if (!IsUp)
        {
            Fail(PartyFailure.Failed);
            return;
        }

        if (Talk?.TryKeepSeat(cause) == true)
        {
            return;
        }

        Close();
        Owner.Gone(this);
    }

    public void HoldChanged(Leg leg) => Owner.HoldChanged(this);

    public void PlayEnded(Leg leg, int token) => Owner.PlayEnded(this, token);

    public void Talks()
    {
        // What no queue gave has no wrap-up, and no figures of a queue.
    }

    public void Return(Leg leg)
    {
        Leg = leg;
        leg.Owner = this;
    }

    /// <summary>Will not have it, by command.</summary>
    public void Reject() => Fail(PartyFailure.Busy);

    /// <summary>Hung up and free. Its owner hears nothing of it.</summary>
    public void Finish()
    {
        if (!IsOver)
        {
            Close();
        }
    }

    /// <summary>Somebody outside goes on as a caller of ours: the leg is not this party's any more.</summary>
    public Leg LetGo()
    {
        IsOver = true;
        Occupy(false);
        return Leg;
    }

    /// <summary>As if it had hung up by itself.</summary>
    public void CutOff()
    {
        if (IsOver)
        {
            return;
        }

        var wasUp = IsUp;
        Close();
        if (wasUp)
        {
            Owner.Gone(this);
        }
        else
        {
            Owner.NotReached(this, PartyFailure.Failed);
        }
    }

    /// <summary>
    /// The colleague has the customer now. Where the call came from a queue that is as if its offer had been accepted: wrap-up, codes and figures
    /// follow from it as for any call of the queue.
    /// </summary>
    public ISeat Take(InboundCall call)
    {
        if (Agent is not { } agent || call.LastQueue is not { } queue)
        {
            return this;
        }

        var work = new WorkItem(call.Work, queue.Key, call.Place ?? _context.Now, Eligible: true);
        if (_context.Acd.Take(_context.Now, agent.Key, work) is not { } offer)
        {
            return this;
        }

        _context.Parties.Remove(_number);
        IsOver = true;
        return AgentRing.Taken(_context, offer, work, agent, new TakenOver(call), Leg);
    }
}
