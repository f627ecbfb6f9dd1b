namespace Rappel.Media.Greetings;

/// <summary>Follows tones over frames: a beep keeps its pitch and its loudness, and is alone.</summary>
internal sealed class ToneWatch
{
    private static readonly int HangOver = GreetingLimits.Frames(GreetingLimits.HangOver);
    private static readonly int Shortest = GreetingLimits.Frames(GreetingLimits.ShortestBeep);
    private static readonly int ShortestInSpeech = GreetingLimits.Frames(GreetingLimits.ShortestBeepInSpeech);
    private static readonly int Longest = GreetingLimits.Frames(GreetingLimits.LongestBeep);
    private double _hertz;
    private byte _level;
    private int _tone;
    private int _gap;
    private int _ringing;
    private bool _amidSpeech;
    private bool _spoken;

    /// <summary>A tone sounds that is no voice and no ringing.</summary>
    public bool Sounds { get; private set; }

    /// <summary>A beep ended with this frame.</summary>
    public bool BeepEnded { get; private set; }

    /// <summary>So many of the last frames, this one with them, turn out to be no speech.</summary>
    public int NoSpeech { get; private set; }

    /// <param name="pause">Frames since speech, before this one.</param>
    /// <param name="spoken">Speech was heard before.</param>
    public void Hear(in FrameReading frame, int pause, bool spoken)
    {
        (BeepEnded, NoSpeech) = (false, 0);
        if (_tone > 0 && GoesOn(frame))
        {
            _gap = 0;
            _tone++;
            _hertz += (frame.Hertz - _hertz) / _tone;
            _level = frame.Level;
            Judge();
        }
        else if (Sounds && ++_gap <= GreetingLimits.ToneGaps)
        {
            _tone++;
            NoSpeech = 1;
        }
        else
        {
            Begin(frame, pause, spoken);
        }

        Ring(frame.Ringing);
    }

    /// <summary>What sounded has ended; this frame may begin another.</summary>
    private void Begin(in FrameReading frame, int pause, bool spoken)
    {
        BeepEnded = Sounds && _tone - GreetingLimits.ToneGaps <= Longest;
        Sounds = false;
        _gap = 0;
        _spoken |= spoken && _ringing == 0;
        _amidSpeech = pause < HangOver && _spoken;
        (_tone, _hertz, _level) = frame.Purity >= GreetingLimits.TonePurity ? (1, frame.Hertz, frame.Level) : (0, 0, (byte)0);
    }

    /// <summary>Before anybody spoke, a tone of that pitch is what is left of the ringing.</summary>
    private void Judge()
    {
        var least = _amidSpeech ? ShortestInSpeech : Shortest;
        var mayBeRinging = !_spoken && _hertz is > GreetingLimits.LowestRinging and < GreetingLimits.HighestRinging;
        if (_tone >= least && !mayBeRinging)
        {
            NoSpeech = Sounds ? 1 : _tone;
            Sounds = true;
        }
    }

    /// <summary>Two ringing tones at once swell and fade, so that no steady tone is found in them.</summary>
    private void Ring(bool ringing)
    {
        _ringing = ringing ? _ringing + 1 : 0;
        if (_ringing >= Shortest && !_spoken)
        {
            NoSpeech = Math.Max(NoSpeech, _ringing == Shortest ? _ringing : 1);
        }
    }

    private bool GoesOn(in FrameReading frame) =>
        frame.Purity >= (Sounds ? GreetingLimits.ToneRemains : GreetingLimits.TonePurity)
        && Math.Abs(frame.Hertz - _hertz) <= Math.Max(GreetingLimits.LeastDrift, GreetingLimits.ToneDrift * _hertz)
        && Math.Abs(frame.Level - _level) <= GreetingLimits.ToneSwell;
}
