using Rappel.Core.Callbacks;
using Rappel.Core.Calls;
using Rappel.Core.Ivr;
using Rappel.Engine.Desk;
using Rappel.Engine.Desk.Control;
using Rappel.Engine.Desk.Live;
using Rappel.Engine.Telephony;
using Rappel.Sip.UserAgents;

namespace Rappel.Engine.Callbacks;

/// <summary>One attempt after the agent accepted: the customer is dialled and the two are bridged.</summary>
internal sealed class CallbackCall : ICustomerCall
{
    private readonly EngineContext _context;
    private readonly CallbackId _id;
    private readonly AgentRing _ring;
    private readonly CustomerDialling _dialling;
    private bool _over;
    private Agenda.Appointment? _toldWithin;
    private int? _whisper;
    private int? _saying;
    private Instant _overSince;

    public CallbackCall(EngineContext context, CallbackId id, AgentRing ring)
    {
        _context = context;
        _id = id;
        _ring = ring;
        _dialling = new CustomerDialling(context, id, this);
    }

    public void Begin()
    {
        if (Prompts.Find(_context.Configuration, WhisperOf(_context, _id), _ring.Agent.Language) is { } said)
        {
            // Said while the customer's phone begins to ring; an answer cuts it off.
            _whisper = _context.Legs.Speak(_ring.Leg, [said]);
        }
        else
        {
            _context.Legs.PlayRinging(_ring.Leg);
        }

        _dialling.Begin();
    }

    /// <summary>Once the customer has answered; null before.</summary>
    public Talk? Talk { get; private set; }

    public LiveCall Read() => this switch
    {
        { Talk: { } talk } => talk.Read(),
        { _over: true } => _ring.Early(LiveCallState.Ended, _overSince),
        { _dialling.RangAt: { } rang } => _ring.Early(LiveCallState.Ringing, rang),
        _ => _ring.Early(LiveCallState.Dialling, _ring.AcceptedAt),
    };

    /// <summary>Prompt key of what the queue of this callback whispers to agents; null for nothing.</summary>
    public static string? WhisperOf(EngineContext context, CallbackId id) =>
        context.Configuration.OutboundQueues.GetValueOrDefault(context.Book.Get(id)!.Terms.Queue)?.Whisper;

    public void Up(Leg leg)
    {
        _over = true;
        Talk = ConnectedCallback.Begin(_context, _id, leg, _ring);
    }

    public void NotReached(AttemptOutcome outcome, int? status)
    {
        _over = true;
        _overSince = _context.Now;
        _context.Book.Handle(_context.Now, new CallbackInput.DiallingFailed(_id, outcome, status) { NeverRung = _dialling.NeverRung });
        var language = _ring.Agent.Language;
        _saying = _context.Legs.Speak(_ring.Leg, [new AudioSegment.Speech(Phrases.AttemptFailed(outcome, language), language)]);
        _toldWithin = _context.Agenda.At(_context.Now + EngineLimits.AgentToldWithin, ReleaseAgent);
    }

    public void Ended(Leg leg, EndCause cause)
    {
        // The leg of a customer who has answered is the conversation's.
    }

    public void HoldChanged() => Talk?.HoldChanged();

    /// <summary>The agent hung up: before the answer the attempt is over, after it the call is.</summary>
    public void AgentGone()
    {
        _toldWithin?.Cancel();
        Talk?.SeatGone();
        if (_over)
        {
            return;
        }

        _over = true;
        _dialling.Stop();
        _context.Book.Handle(_context.Now, new CallbackInput.DiallingFailed(_id, AttemptOutcome.AgentHungUp, null) { NeverRung = _dialling.NeverRung });
    }

    public void AgentPlayEnded(int token)
    {
        if (token == _saying)
        {
            ReleaseAgent();
        }
        else if (token == _whisper)
        {
            _context.Legs.PlayRinging(_ring.Leg);
        }
    }

    private void ReleaseAgent()
    {
        _toldWithin?.Cancel();
        _ring.Finish();
    }
}
