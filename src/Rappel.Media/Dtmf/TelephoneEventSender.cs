namespace Rappel.Media.Dtmf;

/// <summary>
/// Presses keys, beat by beat: five packets of 20 ms each, the last of them with the end bit and sent three times in all
/// (RFC 4733 §2.5.1.4), then a pause.
/// </summary>
public sealed class TelephoneEventSender
{
    /// <summary>Keys waiting at most; more are dropped.</summary>
    public const int MaximumKeys = 128;

    /// <summary>Beats a key is pressed: 100 ms.</summary>
    private const int Pressed = 5;

    /// <summary>Beats from one key to the next: 160 ms.</summary>
    private const int Cycle = 8;

    private const int EndRepeats = 2;
    private const int Volume = 10;
    private const int SamplesPerBeat = 160;

    private readonly Queue<byte> _keys = new();
    private int _beat;
    private uint _start;
    private byte _code;

    /// <summary>Whether keys are being pressed: no audio goes out meanwhile.</summary>
    public bool Active => _beat > 0 || _keys.Count > 0;

    /// <summary>What is no key is left out.</summary>
    public void Add(string keys)
    {
        foreach (var key in keys)
        {
            if (_keys.Count < MaximumKeys && DtmfKey.TryToCode(key, out var code))
            {
                _keys.Enqueue(code);
            }
        }
    }

    public void Clear()
    {
        _keys.Clear();
        _beat = 0;
    }

    /// <summary>Advances one beat. False where this beat is the pause between keys: nothing is to be sent.</summary>
    /// <param name="now">Timestamp of this beat's first sample.</param>
    /// <param name="timestamp">To send with: that of the key's start.</param>
    /// <param name="marker">First packet of the key.</param>
    public bool Step(uint now, out uint timestamp, out bool marker, out TelephoneEvent happening)
    {
        if (_beat == 0)
        {
            _code = _keys.Dequeue();
            _start = now;
        }

        _beat++;
        timestamp = _start;
        marker = _beat == 1;
        happening = new TelephoneEvent(_code, _beat >= Pressed, Volume, (ushort)(Math.Min(_beat, Pressed) * SamplesPerBeat));
        var sends = _beat <= Pressed + EndRepeats;
        _beat = _beat == Cycle ? 0 : _beat;
        return sends;
    }
}
