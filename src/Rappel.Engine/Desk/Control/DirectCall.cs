using Rappel.Core.Acd;
using Rappel.Core.Calls;
using Rappel.Core.Config;
using Rappel.Core.Ivr;
using Rappel.Engine.Callbacks;
using Rappel.Engine.Desk.Live;
using Rappel.Engine.Journal;
using Rappel.Engine.Telephony;
using Rappel.Sip.UserAgents;

namespace Rappel.Engine.Desk.Control;

/// <summary>
/// A call that an agent makes: its own phone rings first, where it is not that which called; then a number outside is dialled, or a colleague's
/// phone rung.
/// </summary>
internal sealed class DirectCall : ICustomer, IPartyOwner
{
    private readonly EngineContext _context;
    private readonly CallDestination _to;
    private readonly ChannelSnapshot? _channel;
    private readonly InteractionRecord _record;
    private readonly CalledParty _seat;
    private CalledParty? _other;
    private Talk? _talk;
    private Instant _since;
    private string? _failed;
    private int? _saying;
    private Agenda.Appointment? _toldWithin;

    private DirectCall(EngineContext context, CallDestination.OfAgent agent, CallDestination to)
    {
        _context = context;
        _to = to;
        _since = context.Now;
        _channel = DirectDialling.ChannelOf(context.Configuration);
        Shown = to is CallDestination.OfAgent ? agent.Agent.Key : agent.Agent.DirectNumber ?? _channel!.Number;
        _record = new InteractionRecord(context.Ledger, new InteractionRow(
            context.Tenant, context.NewInteraction(), InteractionKind.Direct, null, _channel?.Key, null, to.Target, Shown, agent.Agent.Language,
            context.Now, null, null, null, agent.Agent.Key, null, null));
        _seat = new CalledParty(context, agent, this) { Caller = Subject, Kind = LiveCallKind.Direct, Interaction = _record.Id, IsCallers = true };
    }

    public Leg Leg => _other!.Leg;

    public LiveCallKind Kind => LiveCallKind.Direct;

    public InteractionId Interaction => _record.Id;

    public CallbackId? Callback => null;

    public string? Queue => null;

    public LiveSubject Subject => new(_to.Target, _to is CallDestination.OfAgent ? _to.Name : null, null);

    public AudioSegment? Music => null;

    public string Shown { get; }

    public bool MayBeHandedOver => _to is CallDestination.OfNumber;

    private WorkId Work => new(WorkKind.LiveCall, _seat.Leg.Id.Value);

    /// <summary>Rings the agent. Null where it does.</summary>
    /// <param name="called">The call that the agent's phone made for it, which is answered; null for none.</param>
    public static Refusal? Begin(EngineContext context, string agent, CallDestination to, UserAgentEvent.Called? called = null)
    {
        var caller = context.Configuration.Agents[agent];
        if (context.UserAgent.BindingsOf(agent) is not [var binding, ..])
        {
            return new Refusal("agent-unreachable", $"the phone of {caller.Name} is not there", $"le téléphone de {caller.Name} n'est pas là");
        }

        if (context.Acd.ReadAgent(agent) is not { } state || !state.IsFreeForDirectCall())
        {
            return new Refusal("agent-busy", $"{caller.Name} cannot make a call now", $"{caller.Name} ne peut pas appeler en ce moment");
        }

        if (to is CallDestination.OfNumber && DirectDialling.ChannelOf(context.Configuration) is null)
        {
            return new Refusal(
                "no-channel", "no channel is enabled whose number could be shown", "il n'y a pas de canal actif dont on pourrait afficher le numéro");
        }

        var call = new DirectCall(context, new CallDestination.OfAgent(caller, binding), to);
        return call.TryBegin(called) ? null : new Refusal(
            "agent-unreachable", $"the phone of {caller.Name} could not be rung", $"le téléphone de {caller.Name} n'a pas pu être appelé");
    }

    public LiveCall? Read(CalledParty party) => party == _seat
        ? _talk?.Read() ?? new LiveCall(Kind, Interaction, null, null, Subject, State, _since, null) { May = CallAction.Early }
        : null;

    public Talk? TalkOf(CalledParty party) => party == _seat ? _talk : null;

    public void Rings(CalledParty party)
    {
        if (party == _other)
        {
            _since = _context.Now;
        }
    }

    public void Answered(CalledParty party)
    {
        if (party == _other)
        {
            _talk = new Talk(_context, this, _seat);
            return;
        }

        if (!IsFree(_to))
        {
            Tell(PartyFailure.Busy);
            return;
        }

        _context.Legs.PlayRinging(_seat.Leg);
        _other = new CalledParty(_context, _to, this)
        {
            Caller = new LiveSubject(_seat.Agent!.Key, _seat.Agent.Name, _seat.Agent.Language),
            Kind = LiveCallKind.Direct,
            Interaction = _record.Id,
        };
        if (!_other.TryCall(Shown))
        {
            NotReached(_other, PartyFailure.Failed);
        }
    }

    public void NotReached(CalledParty party, string why)
    {
        if (party == _seat)
        {
            End(why);
        }
        else
        {
            Tell(why);
        }
    }

    public void Gone(CalledParty party)
    {
        if (_talk is null)
        {
            End(_failed ?? "cancelled");
        }
        else if (party == _seat)
        {
            _talk.SeatGone();
        }
        else
        {
            _talk.CustomerGone();
            End("answered");
        }
    }

    public void HoldChanged(CalledParty party) => _talk?.HoldChanged();

    public void PlayEnded(CalledParty party, int token)
    {
        if (token == _saying)
        {
            End(_failed!);
        }
    }

    public void Connected(ISeat seat) => _record.Change(row => row with { AnsweredAt = _context.Now });

    public void SeatGone() => End("answered");

    public InboundCall HandOver(string outcome)
    {
        var number = ((CallDestination.OfNumber)_to).Number;
        var record = new InteractionRecord(_context.Ledger, _record.Row.Child(_context.NewInteraction(), _context.Now));
        var leg = _other!.LetGo();
        var call = InboundCall.Adopt(
            _context, leg, _channel!, new ScriptCall(number, _channel!.Key, _channel.Number, _context.Configuration.DefaultLanguage), record);
        call.Place = _record.Row.StartedAt;
        End(outcome);
        return call;
    }

    /// <summary>Whatever it is at.</summary>
    public void End(string outcome)
    {
        if (!_context.DirectCalls.Remove(Work.Value))
        {
            return;
        }

        _toldWithin?.Cancel();
        _record.End(_context.Now, outcome);
        _talk?.CustomerGone();
        _other?.Finish();
        _seat.Finish();
    }

    private LiveCallState State => this switch
    {
        { _failed: not null } => LiveCallState.Ended,
        { _other.IsRinging: true } => LiveCallState.Ringing,
        _ => LiveCallState.Dialling,
    };

    // Asked again: a colleague who was free when the call was asked for may have been given work while the caller's own phone rang.
    private bool IsFree(CallDestination to) =>
        to is not CallDestination.OfAgent { Agent.Key: var key } || (_context.Acd.ReadAgent(key)?.IsFreeForDirectCall() ?? false);

    private void Tell(string why)
    {
        var language = _seat.Agent!.Language;
        (_failed, _since) = (why, _context.Now);
        _saying = _context.Legs.Speak(_seat.Leg, [new AudioSegment.Speech(Phrases.NotThere(why, language), language)]);
        _toldWithin = _context.Agenda.At(_context.Now + EngineLimits.AgentToldWithin, () => End(why));
    }

    private bool TryBegin(UserAgentEvent.Called? called)
    {
        if (!(called is null ? _seat.TryCall(null) : _seat.TryAnswer(called)))
        {
            _record.End(_context.Now, PartyFailure.Failed);
            return false;
        }

        _context.DirectCalls[Work.Value] = this;
        _seat.Leg.Work = Work;
        return true;
    }
}
