using System.Collections.Concurrent;
using System.Threading;
using Rappel.Measuring;

namespace Rappel.Bench.Load;

/// <summary>Hears at one end what was said at the other: each packet carries when it was sent.</summary>
internal sealed class RelayListener : IPacketListener
{
    private const int RtpHeader = 12;

    private readonly Lock writing = new();
    private readonly HashSet<int> known = [];
    private GapHistogram delays = new();
    private int window;

    /// <summary>Told each port that prompt or music comes from, once: there a caller's leg is.</summary>
    public Action<int>? Spoken { get; set; }

    /// <summary>From end to end, of the packets of the window listened to.</summary>
    public GapHistogram Delays
    {
        get
        {
            lock (writing)
            {
                return delays;
            }
        }
    }

    /// <summary>Begins to count the packets of this window.</summary>
    public void Listen(int to)
    {
        lock (writing)
        {
            (window, delays) = (to, new GapHistogram());
        }
    }

    public void Begin() => writing.Enter();

    public void End() => writing.Exit();

    public void Heard(int source, ReadOnlySpan<byte> packet, long at)
    {
        if (RelayMark.TryRead(packet[Math.Min(RtpHeader, packet.Length)..], out var mark))
        {
            if (mark.Window == window)
            {
                delays.Add(at - mark.SentAt);
            }
        }
        else if (known.Add(source))
        {
            Spoken?.Invoke(source);
        }
    }
}
