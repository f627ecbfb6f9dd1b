using System.Collections.Immutable;
using Rappel.Media.Codecs;
using Rappel.Media.Sessions;

namespace Rappel.Media.Mixing;

/// <summary>
/// One leg's place in a mix: what it says, evened out, and whom it hears. Each leg has its beat once in 20 ms, in an order that stays; so
/// what a talker says in one beat is heard by each of the others exactly once, whenever in the 20 ms theirs is.
/// </summary>
internal sealed class MixSeat
{
    private readonly JitterBuffer _voice = new();
    private readonly Queue<char> _keys = new();
    private char _key;
    private bool _speaks;

    /// <summary>Who is heard; those without a seat say nothing.</summary>
    public ImmutableArray<MediaSession> Hears { get; set; } = [];

    public int Depth => _voice.Depth;

    public void Hear(uint ssrc, uint timestamp, G711 codec, ReadOnlySpan<byte> payload) => _voice.Hear(ssrc, timestamp, codec, payload);

    /// <summary>A key was pressed: whoever hears this leg is told at their next beat.</summary>
    public void Press(char key)
    {
        if (_keys.Count < Dtmf.TelephoneEventSender.MaximumKeys)
        {
            _keys.Enqueue(key);
        }
    }

    /// <summary>20 ms have passed for who sits here.</summary>
    public void Beat()
    {
        _speaks = _voice.Beat();
        _key = _keys.TryDequeue(out var key) ? key : '\0';
    }

    /// <summary>A key that one of those heard has pressed in this beat; false where none has.</summary>
    public bool TryTakeKey(out char key)
    {
        foreach (var talker in Hears)
        {
            if (talker.Seat is { _key: not '\0' } seat)
            {
                key = seat._key;
                return true;
            }
        }

        key = '\0';
        return false;
    }

    /// <summary>The sum of all who are heard, as loud as it can be without being more than a sample holds.</summary>
    public void Mix(Span<short> frame)
    {
        frame.Clear();
        foreach (var talker in Hears)
        {
            if (talker.Seat is { _speaks: true } seat)
            {
                Add(seat._voice.Sound, frame);
            }
        }
    }

    private static void Add(ReadOnlySpan<short> voice, Span<short> frame)
    {
        for (var i = 0; i < frame.Length; i++)
        {
            frame[i] = (short)Math.Clamp(frame[i] + voice[i], short.MinValue, short.MaxValue);
        }
    }
}
