using Rappel.Media.Sessions;

namespace Rappel.Media.Greetings;

/// <summary>
/// Tells a person from a machine by what is heard from the moment of the answer on: a short greeting and a pause, a long greeting, a beep.
/// It is fed 20 ms after 20 ms, and these are its only clock. One verdict comes, then one end of the greeting. Nothing is allocated
/// after construction.
/// </summary>
public sealed class GreetingListener
{
    private static readonly int InitialSilence = GreetingLimits.Frames(GreetingLimits.InitialSilence);
    private static readonly int LongGreeting = GreetingLimits.Frames(GreetingLimits.LongGreeting);
    private static readonly int LongBrokenGreeting = GreetingLimits.Frames(GreetingLimits.LongBrokenGreeting);
    private static readonly int ShortGreeting = GreetingLimits.Frames(GreetingLimits.ShortGreeting);
    private static readonly int DoubtfulGreeting = GreetingLimits.Frames(GreetingLimits.DoubtfulGreeting);
    private static readonly int ShortGreetingPause = GreetingLimits.Frames(GreetingLimits.ShortGreetingPause);
    private static readonly int LongerPause = GreetingLimits.Frames(GreetingLimits.Pause);
    private static readonly int Analysis = GreetingLimits.Frames(GreetingLimits.Analysis);
    private static readonly int EndSilence = GreetingLimits.Frames(GreetingLimits.EndSilence);
    private static readonly int Longest = GreetingLimits.Frames(GreetingLimits.Longest);

    private readonly FrameMeter _meter = new();
    private readonly SpeechMap _speech = new();
    private readonly ToneWatch _tones = new();
    private FrameReading _last;
    private int _missed;
    private int _frames;
    private int _sinceTone;
    private bool _verdictTaken;
    private bool _endTaken;

    /// <summary>Null until there is one; it never changes after.</summary>
    public GreetingVerdict? Verdict { get; private set; }

    /// <summary>How long had been heard when the verdict came; zero before.</summary>
    public TimeSpan After { get; private set; }

    /// <summary>The greeting has ended; never before the verdict.</summary>
    public bool IsOver { get; private set; }

    /// <summary>It ended with a beep.</summary>
    public bool Beep { get; private set; }

    /// <param name="frame">20 ms of 8 kHz samples; of a longer one the rest is not heard.</param>
    public void Hear(ReadOnlySpan<short> frame)
    {
        if (!IsOver)
        {
            _missed = 0;
            _last = _meter.Measure(frame);
            Weigh(_last);
        }
    }

    /// <summary>20 ms in which nothing arrived: a packet lost, or a peer that sends nothing while it is silent.</summary>
    public void HearNothing()
    {
        if (!IsOver)
        {
            _missed++;
            _last = _missed <= GreetingLimits.ConcealedFrames ? _last : default;
            Weigh(_last);
        }
    }

    /// <summary>True once, with or after the frame that decided.</summary>
    public bool TryTakeVerdict(out GreetingVerdict verdict)
    {
        verdict = Verdict.GetValueOrDefault();
        var first = Verdict is not null && !_verdictTaken;
        _verdictTaken |= first;
        return first;
    }

    /// <summary>True once, after the verdict was taken.</summary>
    public bool TryTakeEnd(out bool beep)
    {
        beep = Beep;
        var first = IsOver && _verdictTaken && !_endTaken;
        _endTaken |= first;
        return first;
    }

    private void Weigh(in FrameReading frame)
    {
        _frames++;
        _tones.Hear(frame, _speech.Pause, _speech.Greeting > 0);
        _sinceTone = _tones.Sounds ? 0 : _sinceTone + 1;
        _speech.Add(frame.Level);
        _speech.Strike(_tones.NoSpeech);
        _speech.Judge();
        if (Verdict is null && Decide() is { } verdict)
        {
            Verdict = verdict;
            After = _frames * TimeSpan.FromMilliseconds(MediaLimits.PacketMilliseconds);
        }

        if (Verdict is not null)
        {
            Beep = _tones.BeepEnded;
            IsOver = Beep || Math.Min(_speech.Pause, _sinceTone) >= EndSilence || _frames >= Longest;
        }
    }

    private GreetingVerdict? Decide()
    {
        var said = _speech.Greeting;
        if (_tones.Sounds || said > (_speech.Breaks >= GreetingLimits.SentencePauses ? LongBrokenGreeting : LongGreeting))
        {
            return GreetingVerdict.Machine;
        }

        if (said == 0)
        {
            return _frames >= InitialSilence ? GreetingVerdict.Silence : null;
        }

        if (_speech.Pause >= (said <= ShortGreeting ? ShortGreetingPause : LongerPause))
        {
            return GreetingVerdict.Person;
        }

        return _frames < Analysis ? null : said >= DoubtfulGreeting ? GreetingVerdict.Machine : GreetingVerdict.Person;
    }
}
