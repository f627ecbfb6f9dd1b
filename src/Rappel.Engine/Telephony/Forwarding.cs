using Rappel.Core.Config;
using Rappel.Core.Ivr;
using Rappel.Core.Numbers;
using Rappel.Engine.Callbacks;
using Rappel.Engine.Desk;
using Rappel.Sip.UserAgents;

namespace Rappel.Engine.Telephony;

/// <summary>A caller forwarded to a number or to an agent. The place in the queue, if any, is kept until the other side answers.</summary>
internal sealed class Forwarding : ILegOwner
{
    private readonly EngineContext _context;
    private readonly InboundCall _call;
    private readonly string? _agent;
    private Leg? _leg;
    private Conversation? _conversation;
    private Agenda.Appointment? _ringTime;
    private bool _isOccupied;

    private Forwarding(EngineContext context, InboundCall call, string? agent)
    {
        _context = context;
        _call = call;
        _agent = agent;
    }

    /// <summary>Key of the agent it goes to; null for a number.</summary>
    public string? Agent => _agent;

    public bool IsConnected => _conversation is not null;

    public string Outcome => _agent is null ? "diverted: number" : "diverted: agent";

    public static void ToNumber(EngineContext context, InboundCall call, IvrOutput.ForwardToNumber wish)
    {
        var forwarding = new Forwarding(context, call, null);
        foreach (var trunk in TrunkRoutes.For(context, wish.Trunk))
        {
            forwarding.Begin(wish.RingTime, trunk, offer => TrunkRoutes.Describe(context, trunk, wish.Number, call.Script.Caller?.Value, offer));
            return;
        }

        context.Log(LogLevel.Warning, "no-trunk", $"no trunk is free to forward a call to {wish.Number}");
        call.Resume("failed");
    }

    public static void ToAgent(EngineContext context, InboundCall call, IvrOutput.ForwardToAgent wish)
    {
        var agent = context.Configuration.Agents.GetValueOrDefault(wish.Agent);
        if (agent is null || context.UserAgent.BindingsOf(wish.Agent) is not [var binding, ..])
        {
            call.Resume("no-answer");
            return;
        }

        if (context.Acd.ReadAgent(wish.Agent) is not { } state || !state.IsFreeForDirectCall())
        {
            call.Resume("busy");
            return;
        }

        var display = AgentDisplay.OfLiveCall(call.Channel.Name, call.Script.Caller, agent.Language);
        new Forwarding(context, call, wish.Agent).Begin(wish.RingTime, null, offer => AgentRing.Invite(context, binding, display, offer));
    }

    public void Up(Leg leg)
    {
        _ringTime?.Cancel();
        _call.Wait?.Leave();
        _call.StopScripts();
        _call.Record.Change(row => row with { AnsweredAt = _context.Now, Agent = _agent });
        if (_agent is not null)
        {
            CallerRequests.ReachedAgent(_context, _call, _agent);
        }

        _conversation = new Conversation(_context, _call.Leg, leg);
    }

    public void Failed(Leg leg, LegFailure failure) => GiveUp(failure.Status switch
    {
        486 or 600 or 603 => "busy",
        408 or 480 or 487 => "no-answer",
        _ => "failed",
    });

    public void Ended(Leg leg, EndCause cause)
    {
        SetAgentOccupied(false);
        _call.HangUp(Outcome);
    }

    public void HoldChanged(Leg leg) => HoldChanged();

    public void HoldChanged() => _conversation?.HoldChanged();

    /// <summary>The caller hung up.</summary>
    public void CallerGone()
    {
        _ringTime?.Cancel();
        _context.Legs.Hangup(_leg);
        SetAgentOccupied(false);
    }

    private void Begin(TimeSpan ringTime, TrunkSnapshot? trunk, Func<ReadOnlyMemory<byte>, OutgoingCall> describe)
    {
        if (!_context.Legs.TryDial(trunk, this, describe, out var leg))
        {
            _call.Resume("failed");
            return;
        }

        _leg = leg;
        leg.Agent = _agent;
        _call.Forwarding = this;
        _call.Wait?.Protect(QueueWait.Reason.Forward, true);
        SetAgentOccupied(true);
        _context.Legs.PlayRinging(_call.Leg);
        _ringTime = _context.Agenda.At(_context.Now + ringTime, RingTimeUp);
    }

    private void RingTimeUp()
    {
        _context.Legs.Hangup(_leg);
        GiveUp("no-answer");
    }

    private void GiveUp(string exit)
    {
        _ringTime?.Cancel();
        SetAgentOccupied(false);
        _call.Forwarding = null;
        _context.Legs.StopPlaying(_call.Leg);
        _call.Wait?.Protect(QueueWait.Reason.Forward, false);
        _call.Resume(exit);
    }

    private void SetAgentOccupied(bool occupied)
    {
        // Both ends of a call tell of its end; the distributor is told once.
        if (_agent is not null && occupied != _isOccupied)
        {
            _isOccupied = occupied;
            _context.Acd.Handle(_context.Now, new Core.Acd.AcdInput.Occupied(_agent, occupied));
        }
    }
}
