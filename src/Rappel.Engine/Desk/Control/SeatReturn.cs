using Rappel.Core.Acd;
using Rappel.Core.Config;
using Rappel.Engine.Telephony;
using Rappel.Engine.Telephony.Flows;
using Rappel.Sip.Transports;
using Rappel.Sip.UserAgents;

namespace Rappel.Engine.Desk.Control;

/// <summary>
/// Waits for the browser of an agent who was lost in mid-call, and calls it once it is there: the page answers by itself. Desk phones are left
/// alone: nobody sits at one who was speaking into a browser a moment ago.
/// </summary>
internal sealed class SeatReturn : ILegOwner, IAwaitsPhone
{
    private readonly EngineContext _context;
    private readonly Talk _talk;
    private readonly AgentSnapshot _agent;
    private readonly Agenda.Appointment _limit;
    private readonly List<(Flow Flow, string Contact)> _tried = [];
    private Leg? _leg;
    private bool _over;

    private SeatReturn(EngineContext context, Talk talk, AgentSnapshot agent)
    {
        _context = context;
        _talk = talk;
        _agent = agent;
        Work = talk.Seat.Leg.Work;
        _limit = context.Agenda.At(context.Now + EngineLimits.SeatBackWithin, GiveUp);
    }

    public string User => _agent.Key;

    /// <summary>For whom the phone rings.</summary>
    public WorkId? Work { get; }

    /// <summary>The page may be there already: one that is loaded again is, before the server has missed it.</summary>
    public static SeatReturn Begin(EngineContext context, Talk talk, AgentSnapshot agent)
    {
        var waiting = new SeatReturn(context, talk, agent);
        context.Flows.Await(waiting);

        // Not in the middle of the end of the leg that was lost.
        context.AfterOutputs(waiting.Look);
        return waiting;
    }

    public void Look()
    {
        if (_over || _leg is not null)
        {
            return;
        }

        _context.Current.Id = Work;
        foreach (var binding in _context.UserAgent.BindingsOf(User))
        {
            if (binding.Flow is { Transport: SipTransport.Ws, IsLost: false } && !_tried.Contains((binding.Flow, binding.Contact.ToString())))
            {
                Call(binding);
                return;
            }
        }
    }

    /// <summary>Nobody waits any more.</summary>
    public void Stop()
    {
        End();
        _context.Legs.Hangup(_leg);
    }

    public void Up(Leg leg)
    {
        End();
        _talk.SeatBack(leg);
    }

    public void Failed(Leg leg, LegFailure failure)
    {
        _leg = null;
        if (failure is { Local: false, Status: 486 or 600 or 603 })
        {
            // Somebody is there, and will not.
            GiveUp();
        }
        else
        {
            Look();
        }
    }

    public void Ended(Leg leg, EndCause cause) => Failed(leg, new LegFailure(480, null, Local: true));

    private void Call(Binding binding)
    {
        _tried.Add((binding.Flow, binding.Contact.ToString()));
        var display = AgentDisplay.OfColleague(_talk.Customer.Subject, _agent.Language);
        if (_context.Legs.TryDial(null, this, offer => AgentRing.Invite(_context, binding, display, offer, answersItself: true), out var leg))
        {
            leg.Agent = User;
            _leg = leg;
        }
    }

    private void GiveUp()
    {
        Stop();
        _talk.SeatNotBack();
    }

    private void End()
    {
        _over = true;
        _limit.Cancel();
        _context.Flows.Forget(this);
    }
}
