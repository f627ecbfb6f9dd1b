namespace Rappel.Media.Mixing;

/// <summary>How long before they are played the packets of one talker came, of late. In samples; negative for one that came too late.</summary>
internal sealed class ArrivalMargins
{
    private const int None = int.MaxValue;

    private int _before = None;
    private int _now = None;
    private int _beats;
    private int _mean = JitterLimits.Start;

    /// <summary>The least margin of late; null while nothing came.</summary>
    public int? Least => Math.Min(_before, _now) is var least and not None ? least : null;

    /// <summary>Known for a whole window: an early packet of one that has just begun says little.</summary>
    public bool IsSettled => _before != None;

    /// <summary>Of packets like those of late, the first one after a pause should come so long before it is played.</summary>
    public int Usual => Math.Clamp(_mean, JitterLimits.LeastSpare, JitterLimits.Deepest / 2);

    public void Note(int margin)
    {
        _now = Math.Min(_now, margin);
        _mean += (margin - _mean) / 16;
    }

    public void Beat()
    {
        if (++_beats == JitterLimits.WindowBeats)
        {
            _beats = 0;
            _before = _now;
            _now = None;
        }
    }

    /// <summary>Everything is played so much later than it would have been (earlier, where negative).</summary>
    public void PutOff(int samples)
    {
        _before = _before == None ? None : _before + samples;
        _now = _now == None ? None : _now + samples;
        _mean += samples;
    }

    /// <summary>What was known holds no longer; what is usual does.</summary>
    public void Forget()
    {
        _mean = Usual;
        _before = None;
        _now = None;
        _beats = 0;
    }
}
