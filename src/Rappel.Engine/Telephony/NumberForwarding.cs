using Rappel.Core.Config;
using Rappel.Core.Ivr;
using Rappel.Sip.UserAgents;

namespace Rappel.Engine.Telephony;

/// <summary>A caller forwarded to a number. The place in the queue, if any, is kept until the other side answers.</summary>
internal sealed class NumberForwarding : IForwarding, ILegOwner
{
    private readonly EngineContext _context;
    private readonly InboundCall _call;
    private Leg? _leg;
    private Conversation? _conversation;
    private Agenda.Appointment? _ringTime;

    private NumberForwarding(EngineContext context, InboundCall call)
    {
        _context = context;
        _call = call;
    }

    public string? Outcome => _conversation is null ? null : Diverted;

    private const string Diverted = "diverted: number";

    public static void Begin(EngineContext context, InboundCall call, IvrOutput.ForwardToNumber wish)
    {
        foreach (var trunk in TrunkRoutes.For(context, wish.Trunk))
        {
            new NumberForwarding(context, call).Dial(wish, trunk);
            return;
        }

        context.Log(LogLevel.Warning, "no-trunk", $"no trunk is free to forward a call to {wish.Number}");
        call.Resume("failed");
    }

    public void Up(Leg leg)
    {
        _ringTime?.Cancel();
        _call.Wait?.Leave();
        _call.StopScripts();
        _call.Record.Change(row => row with { AnsweredAt = _context.Now });
        _conversation = new Conversation(_context, _call.Leg, leg);
    }

    public void Failed(Leg leg, LegFailure failure) => GiveUp(failure.Status switch
    {
        486 or 600 or 603 => "busy",
        408 or 480 or 487 => "no-answer",
        _ => "failed",
    });

    public void Ended(Leg leg, EndCause cause) => _call.HangUp(Diverted);

    public void HoldChanged(Leg leg) => HoldChanged();

    public void HoldChanged() => _conversation?.HoldChanged();

    public void CallerGone()
    {
        _ringTime?.Cancel();
        _context.Legs.Hangup(_leg);
    }

    private void Dial(IvrOutput.ForwardToNumber wish, TrunkSnapshot trunk)
    {
        if (!_context.Legs.TryDial(
            trunk, this, offer => TrunkRoutes.Describe(_context, trunk, wish.Number, _call.Script.Caller?.Value, offer), out _leg))
        {
            _call.Resume("failed");
            return;
        }

        _call.Forwarding = this;
        _call.Wait?.Protect(QueueWait.Reason.Forward, true);
        _context.Legs.PlayRinging(_call.Leg);
        _ringTime = _context.Agenda.At(_context.Now + wish.RingTime, RingTimeUp);
    }

    private void RingTimeUp()
    {
        _context.Legs.Hangup(_leg);
        GiveUp("no-answer");
    }

    private void GiveUp(string exit)
    {
        _ringTime?.Cancel();
        _call.ForwardFailed(exit);
    }
}
