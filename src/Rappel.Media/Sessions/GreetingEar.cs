using Rappel.Media.Codecs;
using Rappel.Media.Greetings;

namespace Rappel.Media.Sessions;

/// <summary>
/// Brings what a peer says to a listener, 20 ms at each beat: packets of any length lie where their timestamps say, and it listens a
/// little behind, so that late packets find their place. A beat for which nothing came is told as such.
/// </summary>
internal sealed class GreetingEar(MediaOutbox outbox, MediaCommand.ListenForGreeting order)
{
    private const int Frame = MediaLimits.SamplesPerPacket;
    private static readonly int Delay = MediaLimits.ListeningDelayBeats * Frame;

    /// <summary>Room for what lies behind the clock, for the longest packet, and for a peer whose clock is ahead of ours.</summary>
    private const int Cells = 64;

    private readonly GreetingListener _listener = new();
    private readonly PacketPlacement _placement = new();

    /// <summary>A ring of frames; the sample at place p lies at p modulo its length.</summary>
    private readonly short[] _line = new short[Cells * Frame];
    private readonly int[] _filled = new int[Cells];
    private long _clock;

    /// <summary>One packet of audio.</summary>
    public void Hear(uint ssrc, uint timestamp, G711 codec, ReadOnlySpan<byte> payload)
    {
        var at = _placement.Place(ssrc, timestamp, _clock);
        var first = Math.Max(0, _clock - Delay);
        for (var i = 0; i < payload.Length; i++)
        {
            var place = at + i;
            if (place >= first && place < first + _line.Length)
            {
                var slot = (int)(place % _line.Length);
                _line[slot] = G711Codec.Decode(codec, payload[i]);
                _filled[slot / Frame]++;
            }
        }
    }

    /// <summary>20 ms have passed. True where there is nothing more to listen for.</summary>
    public bool Beat()
    {
        _clock += Frame;
        if (_clock <= Delay)
        {
            return false;
        }

        var cell = (int)((_clock - Delay - Frame) / Frame % Cells);
        var audio = _line.AsSpan(cell * Frame, Frame);
        // A frame of which half came is heard with a gap: packets need not begin where our frames do.
        if (_filled[cell] >= Frame / 2)
        {
            _listener.Hear(audio);
        }
        else
        {
            _listener.HearNothing();
        }

        audio.Clear();
        _filled[cell] = 0;
        Tell();
        return _listener.IsOver;
    }

    private void Tell()
    {
        if (_listener.TryTakeVerdict(out var verdict))
        {
            var after = TimeSpan.FromSeconds(_clock / (double)MediaLimits.SampleRate);
            outbox.Tell(new MediaEvent.GreetingHeard(order.Session, order.Token, verdict, after));
        }

        if (_listener.TryTakeEnd(out var beep))
        {
            outbox.Tell(new MediaEvent.GreetingOver(order.Session, order.Token, beep));
        }
    }
}
