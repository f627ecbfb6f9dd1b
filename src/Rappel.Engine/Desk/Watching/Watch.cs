using Rappel.Core.Acd;
using Rappel.Core.Calls;
using Rappel.Engine.Telephony;
using Rappel.Sip.UserAgents;

namespace Rappel.Engine.Desk.Watching;

/// <summary>
/// One supervisor at one agent's call: a leg of its own, which comes into whatever conversation the agent is in, and is gone with the agent's
/// leg. Nothing of it changes who else is connected to whom; whatever becomes of the watcher's leg, the call goes on.
/// </summary>
internal sealed class Watch(EngineContext context, long id, WatchCommand.Begin order, Leg watched, InteractionId? interaction) : ILegOwner
{
    private readonly Instant _since = context.Now;
    private Leg _leg = null!;
    private Agenda.Appointment? _ringTime;
    private Instant? _answeredAt;

    public long Id => id;

    /// <summary>The agent's leg.</summary>
    public Leg Watched => watched;

    public string Phone => order.Phone;

    public string Who => order.Who;

    public WatchMode Mode { get; private set; } = order.Mode;

    public bool IsOver { get; private set; }

    private Part Part => Mode switch
    {
        WatchMode.Whisper => Part.WhispererTo(watched),
        WatchMode.Barge => Part.Talker,
        _ => Part.Listener,
    };

    /// <summary>False where the phone could not be called.</summary>
    public bool TryBegin(Binding binding, AgentDisplay display)
    {
        if (!context.Legs.TryDial(null, this, offer => AgentRing.Invite(context, binding, display, offer), out var leg))
        {
            return false;
        }

        _leg = leg;
        SetOccupied(true);
        _ringTime = context.Agenda.At(context.Now + EngineLimits.WatcherRingsWithin, () => End("no-answer"));
        return true;
    }

    public LiveWatch Read(string agentName) =>
        new(id, order.Agent, agentName, Mode, order.Phone, order.Who, interaction, _since, _answeredAt);

    public void Change(WatchMode mode, string who)
    {
        if (mode != Mode)
        {
            Mode = mode;
            Note("watch-changed", Word(mode), who);
            Follow();
        }
    }

    /// <summary>Goes where the agent is now; over where the agent's leg is.</summary>
    public void Follow()
    {
        if (IsOver || _answeredAt is null || watched.IsOver)
        {
            if (watched.IsOver)
            {
                End("call-over");
            }

            return;
        }

        if (_leg.Conference is { } before && before != watched.Conference)
        {
            before.Dismiss(_leg);
        }

        watched.Conference?.Admit(_leg, Part);
    }

    /// <summary>Hangs up on the watcher, whether or not the phone was answered.</summary>
    /// <param name="why">A stable word for the journal.</param>
    public void End(string why, string? who = null)
    {
        if (!IsOver)
        {
            context.Legs.Hangup(_leg);
            Over(why, who);
        }
    }

    public void Up(Leg leg)
    {
        _ringTime?.Cancel();
        _answeredAt = context.Now;
        Note("watch-began", $"{Word(Mode)} {order.Phone}", order.Who);
        Follow();
    }

    public void Failed(Leg leg, LegFailure failure) => Over(failure.Status is 486 or 600 or 603 ? "rejected" : "failed", null);

    public void Ended(Leg leg, EndCause cause) => Over("hung-up", order.Who);

    public void HoldChanged(Leg leg) => _leg.Conference?.Refresh();

    public static string Word(WatchMode mode) => mode switch
    {
        WatchMode.Whisper => "whisper",
        WatchMode.Barge => "barge",
        _ => "listen",
    };

    private void Over(string why, string? who)
    {
        if (IsOver)
        {
            return;
        }

        IsOver = true;
        _ringTime?.Cancel();
        SetOccupied(false);
        Note("watch-ended", why, who);
        context.Watches.Forget(this);
    }

    private void Note(string happened, string detail, string? who)
    {
        if (interaction is { } record)
        {
            context.Ledger.Note(context.Now, record.ToString(), happened, detail, who);
        }
    }

    /// <summary>A phone of an agent's is not rung for work meanwhile.</summary>
    private void SetOccupied(bool occupied)
    {
        if (context.Acd.ReadAgent(order.Phone) is not null)
        {
            context.Acd.Handle(context.Now, new AcdInput.Occupied(order.Phone, occupied));
        }
    }
}
