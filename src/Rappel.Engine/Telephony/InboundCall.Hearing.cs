using System.Collections.Immutable;
using Rappel.Core.Ivr;

namespace Rappel.Engine.Telephony;

/// <content>What the caller hears, and says with keys.</content>
internal sealed partial class InboundCall
{
    public void Speak(ScriptSession session, int token, ImmutableArray<AudioSegment> segments) =>
        _speaking = (session, token, _context.Legs.Speak(Leg, segments));

    public void StopSpeaking()
    {
        _speaking = null;
        _context.Legs.StopPlaying(Leg);
    }

    /// <summary>The music of the queue it waits in, or the built-in one.</summary>
    public void PlayMusic()
    {
        _speaking = null;
        _context.Legs.PlayMusic(Leg, Music);
    }

    public void KeyPressed(Leg leg, char key)
    {
        if (Message is not null)
        {
            Message.KeyPressed(key);
        }
        else if (this is { Connected: null, Forwarding: null, Handover: null })
        {
            (_treatment ?? _main)?.Handle(new IvrInput.DigitPressed(key));
        }
    }

    public void PlayEnded(Leg leg, int token)
    {
        if (Message is not null)
        {
            Message.PlayEnded(token);
        }
        else if (token == _apology)
        {
            HangUp(NobodyFree);
        }
        else if (Connected is { } talk)
        {
            talk.CustomerHeard(token);
        }
        else if (_speaking is { } speaking && speaking.LegToken == token)
        {
            _speaking = null;
            speaking.Session.Handle(new IvrInput.SpeakEnded(speaking.ScriptToken));
        }
    }

    public void HoldChanged(Leg leg)
    {
        Connected?.HoldChanged();
        Forwarding?.HoldChanged();
    }
}
