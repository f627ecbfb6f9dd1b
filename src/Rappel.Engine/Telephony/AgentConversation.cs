using Rappel.Engine.Desk;
using Rappel.Engine.Desk.Live;

namespace Rappel.Engine.Telephony;

/// <summary>A caller and the agent who took the call: a whisper to the agent first where the queue has one, then both hear each other.</summary>
internal sealed class AgentConversation
{
    private readonly EngineContext _context;
    private readonly InboundCall _call;
    private readonly AgentRing _ring;
    private readonly Whisper? _whisper;
    private readonly Instant _begun;
    private Conversation? _conversation;

    public AgentConversation(EngineContext context, InboundCall call, AgentRing ring, string? whisper)
    {
        _context = context;
        _call = call;
        _ring = ring;
        _begun = context.Now;
        _whisper = Whisper.Begin(context, call.Configuration, ring, whisper, Join);
        if (_whisper is null)
        {
            Join();
        }
        else
        {
            call.PlayMusic();
        }
    }

    public (LiveCallState State, Instant Since, Instant? AnsweredAt) Moment() =>
        _conversation?.Moment() ?? (LiveCallState.Whispering, _begun, null);

    public void WhisperEnded(int token) => _whisper?.PlayEnded(token);

    public void HoldChanged() => _conversation?.HoldChanged();

    /// <summary>The agent hung up: so does the call.</summary>
    public void AgentGone()
    {
        _whisper?.Cancel();
        _call.HangUp("answered");
    }

    /// <summary>The caller hung up: the agent is free for wrap-up.</summary>
    public void CallerGone()
    {
        _whisper?.Cancel();
        _ring.Finish();
    }

    private void Join()
    {
        _whisper?.Cancel();
        if (_conversation is null && !_call.IsOver)
        {
            _call.Record.Change(row => row with { AnsweredAt = _context.Now });
            _ring.Talks();
            _conversation = new Conversation(_context, _call.Leg, _ring.Leg);
        }
    }
}
