using Rappel.Core.Config;
using Rappel.Engine.Desk;

namespace Rappel.Engine.Telephony;

/// <summary>What only the agent hears before being joined with whoever waits. It ends by itself, or is cut off.</summary>
internal sealed class Whisper
{
    private readonly Action _then;
    private readonly int _token;
    private readonly Agenda.Appointment _limit;

    private Whisper(EngineContext context, AgentRing ring, Core.Ivr.AudioSegment said, Action then)
    {
        _then = then;
        _token = context.Legs.Speak(ring.Leg, [said]);
        _limit = context.Agenda.At(context.Now + EngineLimits.WhisperWithin, then);
    }

    /// <summary>Null where there is nothing to whisper: <paramref name="then"/> is for the caller to do.</summary>
    /// <param name="prompt">Prompt key; null for nothing.</param>
    /// <param name="then">Done once, when it has been said or has taken too long.</param>
    public static Whisper? Begin(EngineContext context, ConfigurationSnapshot configuration, AgentRing ring, string? prompt, Action then) =>
        Prompts.Find(configuration, prompt, ring.Agent.Language) is { } said ? new Whisper(context, ring, said, then) : null;

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
