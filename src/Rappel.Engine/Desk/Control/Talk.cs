using System.Collections.Immutable;
using Rappel.Core.Ivr;
using Rappel.Engine.Callbacks;
using Rappel.Engine.Desk.Control.Phones;
using Rappel.Engine.Desk.Live;
using Rappel.Engine.Telephony;

namespace Rappel.Engine.Desk.Control;

/// <summary>
/// A customer and whoever of us has them, from the first word to the end or until the customer goes on to somebody else; and whom the agent asks
/// meanwhile. Says who hears whom: nothing else joins these legs or parts them.
/// </summary>
internal sealed partial class Talk
{
    private readonly EngineContext _context;
    private readonly Whisper? _whisper;
    private readonly Whisper? _announcement;
    private CallRecording? _recording;
    private Conversation? _pair;
    private bool _held;
    private bool _over;
    private LiveCallState _state;
    private Instant _since;
    private Instant? _answeredAt;

    /// <param name="whisper">What only the agent hears before; null for nothing.</param>
    public Talk(EngineContext context, ICustomer customer, ISeat seat, AudioSegment? whisper = null)
    {
        _context = context;
        Customer = customer;
        Seat = seat;
        _since = context.Now;
        _state = LiveCallState.Whispering;
        _whisper = whisper is null ? null : new Whisper(context, seat.Leg, whisper, EngineLimits.WhisperWithin, Connect);
        _announcement = CallRecording.Announcement(context, customer) is { } said
            ? new Whisper(context, customer.Leg, said, EngineLimits.RecordingAnnouncedWithin, Connect)
            : null;
        Connect();
    }

    public ICustomer Customer { get; }

    public ISeat Seat { get; }

    /// <summary>Whom the agent asks, or asked last; null for nobody.</summary>
    public Consult? Consult { get; private set; }

    private Consult? Asked => Consult is { IsOver: false } ? Consult : null;

    /// <summary>Whom the agent asks on the same line: they take turns with the customer.</summary>
    private Consult? AskedHere => Asked is { Line: null } ? Asked : null;

    private bool IsWhispering => _answeredAt is null;

    public void PlayEnded(int token) => _whisper?.PlayEnded(token);

    /// <summary>Something said to the customer has ended.</summary>
    public void CustomerHeard(int token) => _announcement?.PlayEnded(token);

    /// <summary>The customer hung up: whoever of us was there is free.</summary>
    public void CustomerGone()
    {
        if (Close())
        {
            Asked?.Cancel();
            Seat.Finish();
        }
    }

    /// <summary>The agent hung up. Whom they asked has the customer then: nobody is left alone on music.</summary>
    public void SeatGone()
    {
        if (_over)
        {
            return;
        }

        if (Asked is not null)
        {
            HandOver();
        }
        else if (Close())
        {
            Customer.SeatGone();
        }
    }

    /// <summary>Whom the agent asked is gone, or was never there.</summary>
    /// <param name="withCustomer">The agent talked with the customer at that moment.</param>
    public void ConsultOver(string why, bool withCustomer)
    {
        if (Consult is { Line: not null })
        {
            // The phone has the customer on a line of their own, and the agent was told on the other.
            Arrange();
            return;
        }

        _held = !withCustomer;
        Arrange();
        if (_held && Seat.Agent is { } agent)
        {
            // The agent takes the customer back when ready: what is said in that moment is not for the customer's ears.
            _context.Legs.Speak(Seat.Leg, [new AudioSegment.Speech(Phrases.NotThere(why, agent.Language), agent.Language)]);
        }
    }

    /// <summary>The agent's phone hung up on whom they asked: the line of the customer is as the phone has it.</summary>
    public void ConsultGone()
    {
        Consult = null;
        Arrange();
    }

    public Refusal? Do(CallControl control) => Refuses(control) ?? Carry(control);

    /// <summary>Null where it may be done now.</summary>
    public Refusal? Refuses(CallControl control) => control is CallControl.Record
        ? _recording is null ? new Refusal("not-recorded", "this call is not recorded", "cet appel n'est pas enregistré") : null
        : May.Contains(CallAction.Of(control)) ? null : CallAction.NotNow(control, _state);

    /// <summary>Asks somebody while the customer waits.</summary>
    /// <param name="line">What the agent's phone called by; it holds the customer by itself. Null where all goes over the one call.</param>
    public Refusal? Ask(CallDestination to, SecondLine? line = null)
    {
        Consult?.Line?.End();
        if (line is null)
        {
            _held = true;
            Part();
        }

        Consult = Consult.Begin(_context, this, to, line);
        Arrange();
        return Consult is null && line is null ? new Refusal("target-unreachable", $"{to.Name} could not be called", $"{to.Name} : impossible d'appeler") : null;
    }

    /// <summary>The customer goes on without the agent.</summary>
    /// <returns>The customer's call, for whoever takes it from here.</returns>
    public InboundCall Leave(string outcome)
    {
        Close();
        var call = Customer.HandOver(outcome);
        Seat.Finish();
        return call;
    }

    public LiveCall Read() => new(
        Customer.Kind, Customer.Interaction, Customer.Callback, Customer.Queue, Customer.Subject, _state, _since, _answeredAt)
    {
        Consult = Consult?.Read(),
        Recording = _recording is null ? null : _recording.IsPaused ? "paused" : "on",
        WatchedBy = _context.Watches.IsBargedInto(Seat.Leg) ? "barge" : null,
        May = May,
    };

    private ImmutableArray<string> May => CallAction.Allowed(_state, Consult?.State, IsWhispering, Customer.MayBeHandedOver, Consult?.Line is not null);

    private Refusal? Carry(CallControl control)
    {
        switch (control)
        {
            case CallControl.Hold or CallControl.Resume:
                _held = control is CallControl.Hold;
                Consult = null;
                Arrange();
                break;
            case CallControl.HangUp:
                _context.Legs.Hangup(Seat.Leg);
                SeatGone();
                Seat.Finish();
                break;
            case CallControl.Keys keys:
                _context.Legs.SendKeys(Asked is { State: LiveConsultState.Talking } asked ? asked.Party.Leg : Customer.Leg, keys.Pressed);
                break;
            case CallControl.Record record:
                _recording!.Pause(record.Paused);
                break;
            case CallControl.Complete:
                HandOver();
                break;
            case CallControl.Cancel:
                Asked!.Cancel();
                Consult = null;
                _held = false;
                Arrange();
                break;
            case CallControl.Join:
                Asked!.Turn(LiveConsultState.Joined);
                Arrange();
                break;
            case CallControl.Swap:
                Asked!.Turn(Asked.State == LiveConsultState.Talking ? LiveConsultState.Held : LiveConsultState.Talking);
                Arrange();
                break;
        }

        return null;
    }

    /// <summary>To whom the agent asked, who may not have answered yet.</summary>
    private void HandOver()
    {
        var party = Asked!.LetGo();
        Handover.Begin(_context, Leave(party.Destination.Outcome), party);
    }

    private void Connect()
    {
        if (!_over && IsWhispering && !IsSeatAwaited && _whisper is not { IsOver: false } && _announcement is not { IsOver: false })
        {
            _answeredAt = _context.Now;
            Customer.Connected(Seat);
            _recording = CallRecording.Begin(_context, Customer, Seat.Agent);
            Seat.Talks();
            Arrange();
        }
    }

    private bool Close()
    {
        if (_over)
        {
            return false;
        }

        _over = true;
        _return?.Stop();
        _whisper?.Cancel();
        _announcement?.Cancel();
        _recording?.Stop();
        Consult?.Line?.End();
        Part();
        return true;
    }
}
