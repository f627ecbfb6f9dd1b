namespace Rappel.Engine.Telephony;

/// <summary>What only one of two hears before they are joined. It ends by itself, or is cut off.</summary>
internal sealed class Whisper
{
    private readonly Action _then;
    private readonly int _token;
    private readonly Agenda.Appointment _limit;

    /// <param name="within">When it is cut off.</param>
    /// <param name="then">Done once, when it has been said or has taken too long.</param>
    public Whisper(EngineContext context, Leg leg, Core.Ivr.AudioSegment said, TimeSpan within, Action then)
    {
        _then = then;
        _token = context.Legs.Speak(leg, [said]);
        _limit = context.Agenda.At(context.Now + within, End);
    }

    public bool IsOver { get; private set; }

    /// <summary>Something said to that leg has ended.</summary>
    public void PlayEnded(int token)
    {
        if (token == _token)
        {
            End();
        }
    }

    public void Cancel()
    {
        IsOver = true;
        _limit.Cancel();
    }

    private void End()
    {
        if (!IsOver)
        {
            Cancel();
            _then();
        }
    }
}
