using Rappel.Engine.Desk;

namespace Rappel.Engine.Telephony;

/// <summary>A caller and the agent who took the call: a whisper to the agent first where the queue has one, then both hear each other.</summary>
internal sealed class AgentConversation
{
    private readonly EngineContext _context;
    private readonly InboundCall _call;
    private readonly AgentRing _ring;
    private readonly Agenda.Appointment? _whisperLimit;
    private int? _whisper;
    private Conversation? _conversation;

    public AgentConversation(EngineContext context, InboundCall call, AgentRing ring, string? whisper)
    {
        _context = context;
        _call = call;
        _ring = ring;
        if (Prompts.Find(call.Configuration, whisper, ring.Agent.Language) is { } said)
        {
            call.PlayMusic();
            _whisper = context.Legs.Speak(ring.Leg, [said]);
            _whisperLimit = context.Agenda.At(context.Now + EngineLimits.WhisperWithin, Join);
        }
        else
        {
            Join();
        }
    }

    public void WhisperEnded(int token)
    {
        if (token == _whisper)
        {
            Join();
        }
    }

    public void HoldChanged() => _conversation?.HoldChanged();

    /// <summary>The agent hung up: so does the call.</summary>
    public void AgentGone()
    {
        _whisperLimit?.Cancel();
        _call.HangUp("answered");
    }

    /// <summary>The caller hung up: the agent is free for wrap-up.</summary>
    public void CallerGone()
    {
        _whisperLimit?.Cancel();
        _ring.Finish();
    }

    private void Join()
    {
        _whisperLimit?.Cancel();
        if (_conversation is null && !_call.IsOver)
        {
            _call.Record.Change(row => row with { AnsweredAt = _context.Now });
            _conversation = new Conversation(_context, _call.Leg, _ring.Leg);
        }
    }
}
