using Rappel.Core.Ivr;
using Rappel.Engine.Telephony;
using Rappel.Sip.UserAgents;

namespace Rappel.Engine.Desk.Control.Phones;

/// <summary>
/// A call that an agent's phone made beside the one with the customer, to ask somebody. The phone has both, and says with its own hold keys
/// which of them the agent is in.
/// </summary>
internal sealed class SecondLine : ILegOwner
{
    private readonly EngineContext _context;
    private Conversation? _pair;
    private int? _saying;
    private Agenda.Appointment? _toldWithin;

    private SecondLine(EngineContext context, string agent)
    {
        _context = context;
        Agent = agent;
    }

    /// <summary>Key of the agent.</summary>
    public string Agent { get; }

    public Leg Leg { get; private set; } = null!;

    /// <summary>Whom the call is to; null before, and where that could not be called.</summary>
    public Consult? Consult { get; set; }

    /// <summary>The agent and whom they ask hear each other.</summary>
    public bool IsTogether => _pair is { IsTogether: true };

    /// <summary>Null where its media does not fit; it has been refused then.</summary>
    public static SecondLine? Answer(EngineContext context, UserAgentEvent.Called called, string agent)
    {
        var line = new SecondLine(context, agent);
        line.Leg = context.Legs.Accept(called, null, line, out _)!;
        return line.Leg is null ? null : line;
    }

    public void Ring() => _context.Legs.PlayRinging(Leg);

    public void Join(Leg other) => _pair ??= new Conversation(_context, Leg, other);

    public void Part()
    {
        _pair?.End();
        _pair = null;
    }

    /// <summary>The agent is told why nobody is there, and hung up on then.</summary>
    public void Tell(string why)
    {
        Part();
        if (Leg.IsOver)
        {
            return;
        }

        var language = _context.Configuration.Agents.GetValueOrDefault(Agent)?.Language ?? _context.Configuration.DefaultLanguage;
        _saying = _context.Legs.Speak(Leg, [new AudioSegment.Speech(Phrases.NotThere(why, language), language)]);
        _toldWithin = _context.Agenda.At(_context.Now + EngineLimits.AgentToldWithin, End);
    }

    public void End()
    {
        Part();
        _toldWithin?.Cancel();
        _context.Legs.Hangup(Leg);
    }

    public void Up(Leg leg)
    {
        // It rings, or somebody is there, since the call came.
    }

    public void Failed(Leg leg, LegFailure failure) => Ended(leg, EndCause.TransportFailed);

    public void Ended(Leg leg, EndCause cause)
    {
        End();
        Consult?.LineGone();
    }

    public void HoldChanged(Leg leg)
    {
        _pair?.HoldChanged();
        Consult?.LineHeld();
    }

    public void PlayEnded(Leg leg, int token)
    {
        if (token == _saying)
        {
            End();
        }
    }
}
