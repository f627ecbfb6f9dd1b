using Rappel.Media.Codecs;
using Rappel.Media.Sessions;

namespace Rappel.Media.Mixing;

/// <summary>
/// One talker's packets, of any length and in any order, on one side; 20 ms of sound at each beat on the other. It plays as little behind
/// what arrives as the network allows: the margin by which packets come before they are played is watched, the sound is drawn out by a pitch where
/// they come too late and shortened by one where even the latest comes early. So neither a jittery network nor a clock that runs apart
/// from ours makes a gap or a growing delay. All positions are samples of the talker's stream, counted on from its timestamps.
/// </summary>
internal sealed class JitterBuffer
{
    private const int Frame = MediaLimits.SamplesPerPacket;
    private const int Mask = JitterLimits.Room - 1;

    /// <summary>The sample at position p lies at p modulo its length.</summary>
    private readonly short[] _line = new short[JitterLimits.Room];
    private readonly bool[] _there = new bool[JitterLimits.Room];
    private readonly Concealment _concealment = new();
    private readonly ArrivalMargins _margins = new();
    private bool _began;
    private uint _ssrc;
    private uint _timestamp;
    private long _place;

    /// <summary>What is played next.</summary>
    private long _at;

    /// <summary>Behind the last sample there is.</summary>
    private long _end;

    /// <summary>Samples made up since the line ran empty.</summary>
    private long _starved;
    private int _rest;

    /// <summary>This beat's 160 samples.</summary>
    public ReadOnlySpan<short> Sound => _concealment.Sound;

    /// <summary>Samples that lie ready.</summary>
    public int Depth => (int)Math.Max(0, _end - _at);

    /// <summary>One packet of audio.</summary>
    public void Hear(uint ssrc, uint timestamp, G711 codec, ReadOnlySpan<byte> payload)
    {
        if (!Follows(ssrc, timestamp))
        {
            Anchor();
        }

        if (_starved > 0 && _place + payload.Length > _at)
        {
            Resume(Math.Max(0, _place - _at));
        }

        var margin = _place - _at;
        if (margin > JitterLimits.Deepest)
        {
            _concealment.Break();
            Move(_place - _margins.Usual);
            _margins.Forget();
            margin = _place - _at;
        }

        if (margin > -JitterLimits.Latest)
        {
            _margins.Note((int)margin);
        }

        Lay(codec, payload, (int)Math.Clamp(-margin, 0, payload.Length));
    }

    /// <summary>20 ms have passed: <see cref="Sound"/> is the next frame. False where the talker is silent.</summary>
    public bool Beat()
    {
        if (!_began)
        {
            return false;
        }

        _margins.Beat();
        _concealment.Begin();
        var (from, starved) = (_at, _starved);
        if (_rest > 0 || !TryCorrect())
        {
            _rest = Math.Max(0, _rest - 1);
            Play();
        }

        // What is starved of sound is put off only once it is known whether it was late or a pause.
        _margins.PutOff((int)(Frame - (_at - from) - (_starved - starved)));
        return !_concealment.IsSilent;
    }

    /// <summary>Where the packet lies in the stream; false where the stream began anew.</summary>
    private bool Follows(uint ssrc, uint timestamp)
    {
        var step = (int)(timestamp - _timestamp);
        var follows = _began && ssrc == _ssrc && Math.Abs((long)step) <= JitterLimits.Jump;
        (_began, _ssrc, _timestamp) = (true, ssrc, timestamp);
        _place += follows ? step : 0;
        return follows;
    }

    /// <summary>A stream begins: it is held back by what was usual, and what lies ready of another is let go.</summary>
    private void Anchor()
    {
        _concealment.Break();
        Array.Clear(_there);
        _margins.Forget();
        _at = _place - _margins.Usual;
        _end = _at;
        _starved = JitterLimits.Pause;
    }

    /// <summary>
    /// The line was empty. What lies between was lost, and made up meanwhile; after a pause of the talker's there was nothing, and what is
    /// held back is built up anew.
    /// </summary>
    private void Resume(long hole)
    {
        if (_starved < JitterLimits.Pause)
        {
            var lost = (int)Math.Min(hole, _starved);
            _at += lost;
            _margins.PutOff((int)_starved - lost);
        }
        else
        {
            _at += Math.Max(0, hole - _margins.Usual);
            _margins.Forget();
        }

        _starved = 0;
    }

    private void Lay(G711 codec, ReadOnlySpan<byte> payload, int late)
    {
        if (late == payload.Length)
        {
            return;
        }

        var first = (int)((_place + late) & Mask);
        var codes = payload[late..];
        var toTheEnd = Math.Min(codes.Length, JitterLimits.Room - first);
        G711Codec.Decode(codec, codes[..toTheEnd], _line.AsSpan(first));
        G711Codec.Decode(codec, codes[toTheEnd..], _line);
        _there.AsSpan(first, toTheEnd).Fill(true);
        _there.AsSpan(0, codes.Length - toTheEnd).Fill(true);
        _end = Math.Max(_end, _place + payload.Length);
    }

    private void Play()
    {
        Span<short> sound = stackalloc short[Frame];
        if (_concealment.IsIdle && Ready(sound) == Frame)
        {
            _concealment.Take(sound);
            Move(_at + Frame);
            return;
        }

        for (var i = 0; i < Frame; i++)
        {
            if (_there[_at & Mask])
            {
                _concealment.Take(_line[_at & Mask]);
                Move(_at + 1);
            }
            else
            {
                _concealment.MakeUp();
                var isLost = _at < _end;
                _at += isLost ? 1 : 0;
                _starved += isLost ? 0 : 1;
            }
        }
    }

    /// <summary>A frame that takes more of the line than it plays, or less: true where one was wanted and could be made.</summary>
    private bool TryCorrect()
    {
        var lengthen = _margins.Least < JitterLimits.LeastSpare && Depth < JitterLimits.Deepest;
        var shorten = !lengthen && _margins.IsSettled && _margins.Least > JitterLimits.MostSpare;
        if ((!lengthen && !shorten) || !_concealment.IsIdle)
        {
            return false;
        }

        // The past, then what lies ready: a pitch is looked for on either side of the seam.
        Span<short> sound = stackalloc short[Concealment.Past + (2 * Frame)];
        _concealment.Before.CopyTo(sound);
        var ready = Ready(sound[Concealment.Past..]);
        if (ready < (lengthen ? Frame : 2 * Frame))
        {
            return false;
        }

        var direction = lengthen ? -1 : 1;
        var pitch = direction * Pitch.Find(sound, Concealment.Past, direction, JitterLimits.LongestPitch);
        for (var i = 0; i < Frame; i++)
        {
            var (here, there) = (sound[Concealment.Past + i], sound[Concealment.Past + i + pitch]);
            _concealment.Take(i < JitterLimits.Seam ? Pitch.Blend(here, there, i) : there);
        }

        Move(_at + Frame + pitch);
        _rest = lengthen ? JitterLimits.LengtheningBeats : JitterLimits.ShorteningBeats;
        return true;
    }

    /// <summary>Copies what lies ready without a hole, and gives how much that is.</summary>
    private int Ready(Span<short> sound)
    {
        var first = (int)(_at & Mask);
        var length = (int)Math.Clamp(_end - _at, 0, sound.Length);
        var toTheEnd = Math.Min(length, JitterLimits.Room - first);
        var ready = _there.AsSpan(first, toTheEnd).IndexOf(false);
        if (ready < 0)
        {
            var rest = _there.AsSpan(0, length - toTheEnd);
            ready = toTheEnd + (rest.IndexOf(false) is >= 0 and var hole ? hole : rest.Length);
        }

        var before = Math.Min(ready, toTheEnd);
        _line.AsSpan(first, before).CopyTo(sound);
        _line.AsSpan(0, ready - before).CopyTo(sound[before..]);
        return ready;
    }

    /// <summary>Plays on from there; what lay before it is gone.</summary>
    private void Move(long to)
    {
        for (; _at < Math.Min(to, _end); _at++)
        {
            _there[_at & Mask] = false;
        }

        _at = to;
    }
}
