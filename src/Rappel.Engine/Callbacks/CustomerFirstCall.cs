using Rappel.Core.Callbacks;
using Rappel.Core.Calls;
using Rappel.Core.Ivr;
using Rappel.Engine.Desk;
using Rappel.Engine.Desk.Control;
using Rappel.Engine.Desk.Live;
using Rappel.Engine.Telephony;
using Rappel.Media.Sessions;
using Rappel.Sip.UserAgents;

namespace Rappel.Engine.Callbacks;

/// <summary>
/// One attempt that rings the customer first. An agent is reserved and not rung: the customer is dialled, hears who calls and presses 1;
/// then the agent's phone rings. An agent who does not take it is followed by the next, and the customer stays on the line meanwhile. An
/// agent is never rung for a customer who has gone, and is free again the moment the customer is.
/// </summary>
internal sealed class CustomerFirstCall : ICustomerCall, ICustomerAsked
{
    private readonly EngineContext _context;
    private readonly CallbackWork _work;
    private readonly CallbackId _id;
    private readonly CustomerDialling _dialling;

    /// <summary>The agent who is reserved, being rung, or talking; null while there is none.</summary>
    private AgentRing? _ring;
    private Leg? _customer;
    private CustomerAsking? _asking;
    private Instant? _confirmedAt;
    private Agenda.Appointment? _waitLimit;
    private Whisper? _whisper;
    private int? _apology;
    private bool _over;

    public CustomerFirstCall(EngineContext context, CallbackWork work, CallbackId id, AgentRing ring)
    {
        _context = context;
        _work = work;
        _id = id;
        _ring = ring;
        _dialling = new CustomerDialling(context, id, this);
    }

    private bool IsSettled => _over || _apology is not null;

    /// <summary>Once customer and agent hear each other; null before.</summary>
    public Talk? Talk { get; private set; }

    public LiveCall Read(AgentRing ring) => Talk?.Read() ?? ring.Early(LiveCallState.Whispering, ring.AcceptedAt);

    public void Begin()
    {
        _context.CustomerFirst[_id.Value] = this;
        _dialling.Begin();
    }

    public void Up(Leg leg)
    {
        _customer = leg;
        _context.Ledger.Note(_context.Now, _id.ToString(), "customer-answered");
        _asking = new CustomerAsking(_context, _context.Book.Get(_id)!, leg, this);
        _asking.Begin();
    }

    public void NotReached(AttemptOutcome outcome, int? status) => End(outcome, status);

    /// <summary>The customer, or the machine in their place, hung up.</summary>
    public void Ended(Leg leg, EndCause cause)
    {
        End(this switch
        {
            { _apology: not null } => AttemptOutcome.AgentDidNotAnswer,
            { _asking.HasMetMachine: true } => AttemptOutcome.AnsweringMachine,
            _ => AttemptOutcome.CustomerHungUp,
        });
    }

    public void KeyPressed(Leg leg, char key) => _asking?.KeyPressed(key);

    public void GreetingHeard(Leg leg, GreetingVerdict verdict) => _asking?.GreetingHeard(verdict);

    public void GreetingOver(Leg leg) => _asking?.GreetingOver();

    public void PlayEnded(Leg leg, int token)
    {
        if (token == _apology)
        {
            End(AttemptOutcome.AgentDidNotAnswer);
        }
        else
        {
            _asking?.PlayEnded(token);
        }
    }

    public void HoldChanged() => Talk?.HoldChanged();

    /// <summary>The customer is there and wants to talk: now the agent is rung.</summary>
    public void Confirmed()
    {
        _confirmedAt = _context.Now;
        _context.Ledger.Note(_context.Now, _id.ToString(), "customer-confirmed");
        BoundWait();
        if (_ring is { } ring)
        {
            _context.Legs.PlayRinging(_customer!);
            ring.Ring();
        }
        else
        {
            // Still in line to be reserved, if at all: from now on it rings.
            _work.Withdraw();
            AwaitAgent();
        }
    }

    public void MachineMet() => _work.Withdraw();

    public void NotConnected(AttemptOutcome outcome) => End(outcome);

    /// <summary>Another agent is reserved, or rung where the customer waits already. False where this attempt needs none any more.</summary>
    public bool TryTake(AgentRing ring)
    {
        if (IsSettled)
        {
            return false;
        }

        _ring = ring;
        if (_context.Book.Get(_id)!.Agent != ring.Agent.Key)
        {
            _context.Book.Handle(_context.Now, new CallbackInput.AgentChanged(_id, ring.Agent.Key));
        }

        if (_confirmedAt is not null)
        {
            _context.Legs.PlayRinging(_customer!);
            if (ring.IsReserved)
            {
                ring.Ring();
            }
        }

        return true;
    }

    /// <summary>The agent who was reserved or rung will not have it.</summary>
    public void AgentLost()
    {
        _ring = null;
        if (IsSettled)
        {
            return;
        }

        if (_confirmedAt is not null)
        {
            AwaitAgent();
        }
        else if (_customer is null)
        {
            // The next may be reserved at once. If none is, nobody is there for this customer: no more are rung than agents are held for.
            _context.AfterOutputs(() =>
            {
                if (_ring is null && _customer is null)
                {
                    End(AttemptOutcome.AgentHungUp);
                }
            });
        }
    }

    /// <summary>The agent's phone was answered.</summary>
    public void Accepted(AgentRing ring)
    {
        if (Prompts.Find(_context.Configuration, CallbackCall.WhisperOf(_context, _id), ring.Agent.Language) is { } said)
        {
            _whisper = new Whisper(_context, ring.Leg, said, EngineLimits.WhisperWithin, Join);
        }
        else
        {
            Join();
        }
    }

    public void AgentPlayEnded(int token) => _whisper?.PlayEnded(token);

    /// <summary>The agent hung up: in conversation that is the end of the call, before it the next agent is rung.</summary>
    public void AgentGone()
    {
        Talk?.SeatGone();
        if (_over)
        {
            return;
        }

        _ring = null;
        _whisper?.Cancel();
        BoundWait();

        // Not before the distributor has heard that this agent is done with it: it takes nothing in line that an agent has.
        _context.AfterOutputs(AwaitAgent);
    }

    /// <summary>The process ends.</summary>
    public void CutOff()
    {
        End(AttemptOutcome.InterruptedByRestart);
    }

    /// <summary>The customer waits, with music, for the next agent of the line.</summary>
    private void AwaitAgent()
    {
        if (IsSettled || _ring is not null)
        {
            return;
        }

        var request = _context.Book.Get(_id)!;
        var queue = request.InboundQueue is { } key ? _context.Configuration.InboundQueues.GetValueOrDefault(key) : null;
        _context.Legs.PlayMusic(_customer!, Prompts.Find(_context.Configuration, queue?.Music, request.Language));
        _work.Arrive(reserve: false);
    }

    private void BoundWait()
    {
        _waitLimit?.Cancel();
        var until = _confirmedAt!.Value + EngineLimits.CustomerWaitsWithin;
        _waitLimit = _context.Agenda.At(until > _context.Now ? until : _context.Now, Apologise);
    }

    private void Apologise()
    {
        if (IsSettled || _ring is { IsAccepted: true })
        {
            return;
        }

        var language = _context.Book.Get(_id)!.Language;
        _apology = _context.Legs.Speak(_customer!, [new AudioSegment.Speech(Phrases.NobodyFree(language), language)]);
        _waitLimit = _context.Agenda.At(_context.Now + EngineLimits.ApologyWithin, () => End(AttemptOutcome.AgentDidNotAnswer));
        _work.Withdraw();
    }

    private void Join()
    {
        _waitLimit?.Cancel();
        if (_over || _ring is not { } ring)
        {
            return;
        }

        // From here it is a conversation like any other; the attempt has come to its end.
        Close();
        Talk = ConnectedCallback.Begin(_context, _id, _customer!, ring);
    }

    /// <summary>The attempt is over without a conversation. The agent is let go before the book hears of it: it may be in line again at once.</summary>
    private void End(AttemptOutcome outcome, int? status = null)
    {
        if (_over)
        {
            return;
        }

        Close();
        _dialling.Stop();
        _work.Leave();
        if (_ring is { IsAccepted: true } ring)
        {
            ring.Finish();
        }

        _context.Book.Handle(_context.Now, new CallbackInput.DiallingFailed(_id, outcome, status) { NeverRung = _dialling.NeverRung });
    }

    private void Close()
    {
        _over = true;
        _asking?.Close();
        _waitLimit?.Cancel();
        _whisper?.Cancel();
        _context.CustomerFirst.Remove(_id.Value);
    }
}
