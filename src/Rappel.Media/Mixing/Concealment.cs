using Rappel.Media.Sessions;

namespace Rappel.Media.Mixing;

/// <summary>
/// What of one talker is played in a beat, and a little of what was before. Where sound is missing the voice goes on as it was, pitch by
/// pitch, and fades; where it comes back the two are blended.
/// </summary>
internal sealed class Concealment
{
    private const int Frame = MediaLimits.SamplesPerPacket;

    /// <summary>Samples kept of what was played before: enough to find the longest pitch in.</summary>
    public const int Past = JitterLimits.LongestPitch + Pitch.Compared;

    /// <summary>The past, then this beat's frame as far as it is filled.</summary>
    private readonly short[] _played = new short[Past + Frame];
    private readonly short[] _cycle = new short[JitterLimits.LongestPitch];
    private int _next = Past;
    private int _pitch;
    private int _turn;

    /// <summary>Samples missing since the last real one.</summary>
    private int _made;

    /// <summary>Samples continued beyond the last real one.</summary>
    private int _gone;
    private int _step = JitterLimits.Seam;

    /// <summary>This beat's sound.</summary>
    public ReadOnlySpan<short> Sound => _played.AsSpan(Past);

    /// <summary>What was played last, before this beat's frame is begun.</summary>
    public ReadOnlySpan<short> Before => _played.AsSpan(Frame, Past);

    /// <summary>Nothing is made up and nothing blended: what is real can be taken over as it is.</summary>
    public bool IsIdle => _made == 0 && _step == JitterLimits.Seam;

    /// <summary>All that could be made up has faded away.</summary>
    public bool IsSilent => _made >= JitterLimits.MadeUpInFull + JitterLimits.Fading;

    public void Begin()
    {
        _played.AsSpan(Frame).CopyTo(_played);
        _next = Past;
    }

    /// <summary>A whole frame of real sound; only while <see cref="IsIdle"/>.</summary>
    public void Take(ReadOnlySpan<short> sound)
    {
        sound.CopyTo(_played.AsSpan(Past));
        _next = _played.Length;
    }

    /// <summary>One real sample.</summary>
    public void Take(short sample)
    {
        if (_made > 0)
        {
            _made = 0;
            _step = 0;
        }

        _played[_next++] = _step == JitterLimits.Seam ? sample : Pitch.Blend(Continued(), sample, _step++);
    }

    /// <summary>What comes next does not follow what was played: the two are to be blended.</summary>
    public void Break()
    {
        if (_made == 0)
        {
            Listen();
            _step = 0;
        }
    }

    /// <summary>One sample that is missing.</summary>
    public void MakeUp()
    {
        if (_made == 0)
        {
            Listen();
        }

        _played[_next++] = Continued();
        _made++;
    }

    /// <summary>The last pitch of what was played goes round.</summary>
    private void Listen()
    {
        _pitch = Pitch.Find(_played, _next - Pitch.Compared, -1, JitterLimits.LongestPitch);
        _played.AsSpan(_next - _pitch, _pitch).CopyTo(_cycle);
        _turn = 0;
        _gone = 0;
    }

    private short Continued()
    {
        var faded = _gone++ - JitterLimits.MadeUpInFull;
        if (faded >= JitterLimits.Fading)
        {
            return 0;
        }

        var sample = _cycle[_turn];
        _turn = _turn + 1 == _pitch ? 0 : _turn + 1;
        return faded <= 0 ? sample : (short)(sample * (JitterLimits.Fading - faded) / JitterLimits.Fading);
    }
}
