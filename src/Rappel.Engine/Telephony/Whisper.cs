namespace Rappel.Engine.Telephony;

/// <summary>What only the agent hears before being joined with whoever waits. It ends by itself, or is cut off.</summary>
internal sealed class Whisper
{
    private readonly Action _then;
    private readonly int _token;
    private readonly Agenda.Appointment _limit;

    /// <param name="agent">The agent's leg.</param>
    /// <param name="then">Done once, when it has been said or has taken too long.</param>
    public Whisper(EngineContext context, Leg agent, Core.Ivr.AudioSegment said, Action then)
    {
        _then = then;
        _token = context.Legs.Speak(agent, [said]);
        _limit = context.Agenda.At(context.Now + EngineLimits.WhisperWithin, then);
    }

    /// <summary>Something said to the agent has ended.</summary>
    public void PlayEnded(int token)
    {
        if (token == _token)
        {
            Cancel();
            _then();
        }
    }

    public void Cancel() => _limit.Cancel();
}
