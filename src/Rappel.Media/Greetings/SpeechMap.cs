namespace Rappel.Media.Greetings;

/// <summary>
/// The levels of the last seconds, and what of them is speech. Floor and loudest are taken from all of them each time, and all are judged
/// anew: who begins to speak at once, before any silence was heard, is understood as soon as the first pause shows what silence is.
/// </summary>
internal sealed class SpeechMap
{
    /// <summary>Not heard, or a tone: no speech, and no measure of the noise.</summary>
    private const byte Nothing = 0;

    private static readonly int HangOver = GreetingLimits.Frames(GreetingLimits.HangOver);
    private static readonly int SentencePause = GreetingLimits.Frames(GreetingLimits.SentencePause);
    private static readonly int ShortestWord = GreetingLimits.Frames(GreetingLimits.ShortestWord);

    private readonly byte[] _levels = new byte[GreetingLimits.Frames(GreetingLimits.Analysis)];
    private readonly int[] _countOfLevel = new int[100];
    private int _next;
    private int _held;
    private int _measured;
    private int _first;

    /// <summary>Frames from the first of speech to the last; 0 where there was none.</summary>
    public int Greeting { get; private set; }

    /// <summary>Pauses within it as long as between sentences.</summary>
    public int Breaks { get; private set; }

    /// <summary>Frames since the last of speech; all frames held where there was none.</summary>
    public int Pause { get; private set; }

    /// <param name="level">dB; 0 where nothing was heard.</param>
    public void Add(byte level)
    {
        if (_held == _levels.Length)
        {
            Count(_levels[_next], -1);
        }
        else
        {
            _held++;
        }

        _levels[_next] = level;
        Count(level, 1);
        _next = (_next + 1) % _levels.Length;
    }

    /// <summary>The last frames were a tone, not speech.</summary>
    public void Strike(int frames)
    {
        for (var back = 1; back <= Math.Min(frames, _held); back++)
        {
            ref var level = ref _levels[(_next - back + _levels.Length) % _levels.Length];
            Count(level, -1);
            level = Nothing;
        }
    }

    /// <summary>Judges all that is held.</summary>
    public void Judge()
    {
        (Greeting, Breaks, Pause, _first) = (0, 0, _held, -1);
        var least = Threshold();
        if (least == int.MaxValue)
        {
            return;
        }

        int start = -1, last = -1, voiced = 0;
        var at = _held == _levels.Length ? _next : 0;
        for (var i = 0; i < _held; i++)
        {
            if (_levels[at] >= least)
            {
                if (start < 0)
                {
                    (start, voiced) = (i, 0);
                }

                last = i;
                voiced++;
            }
            else if (start >= 0 && i - last > HangOver)
            {
                Close(start, last, voiced);
                start = -1;
            }

            at = at + 1 == _levels.Length ? 0 : at + 1;
        }

        if (start >= 0)
        {
            Close(start, last, voiced);
        }
    }

    private void Close(int start, int last, int voiced)
    {
        if (voiced >= ShortestWord)
        {
            Breaks += _first >= 0 && start - _first - Greeting >= SentencePause ? 1 : 0;
            _first = _first < 0 ? start : _first;
            Greeting = last - _first + 1;
            Pause = _held - 1 - last;
        }
    }

    private int Threshold()
    {
        var floor = 0;
        for (var below = _countOfLevel[0]; below <= _measured * GreetingLimits.FloorShare && floor < 99;)
        {
            below += _countOfLevel[++floor];
        }

        var loudest = 99;
        for (var above = _countOfLevel[99]; above < GreetingLimits.LoudestFrames && loudest > 0;)
        {
            above += _countOfLevel[--loudest];
        }

        var between = (int)Math.Ceiling(floor + (GreetingLimits.SpeechShare * (loudest - floor)));
        return loudest - floor < GreetingLimits.LeastContrast
            ? int.MaxValue
            : Math.Max(GreetingLimits.QuietestSpeech, Math.Max(between, loudest - GreetingLimits.SpeechRange));
    }

    private void Count(byte level, int by)
    {
        if (level != Nothing)
        {
            _countOfLevel[level] += by;
            _measured += by;
        }
    }
}
