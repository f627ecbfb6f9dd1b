using System.Net;

namespace Rappel.Media.Sessions;

/// <summary>
/// Packets and events waiting to be taken. Packet buffers are kept and used again, so that in the steady state nothing is allocated.
/// </summary>
internal sealed class MediaOutbox
{
    private readonly Queue<MediaEvent> _events = new();
    private MediaPacket[] _ring = new MediaPacket[64];
    private int _head;
    private int _count;

    public MediaCounters Counters { get; } = new();

    /// <summary>A buffer to write the next packet into; null where too many wait. Follow with <see cref="Commit"/>.</summary>
    public byte[]? Rent()
    {
        if (_count == _ring.Length && !Grow())
        {
            Counters.Overflowed++;
            return null;
        }

        ref var slot = ref _ring[(_head + _count) & (_ring.Length - 1)];
        return slot.Buffer ?? (slot = slot with { Buffer = new byte[MediaLimits.MaximumPacket] }).Buffer;
    }

    /// <summary>The buffer last rented holds a packet.</summary>
    public void Commit(MediaSessionId session, int localPort, bool rtcp, IPEndPoint destination, int length)
    {
        ref var slot = ref _ring[(_head + _count) & (_ring.Length - 1)];
        slot = new MediaPacket(session, localPort, rtcp, destination, slot.Buffer, length);
        _count++;
    }

    public bool TryTakePacket(out MediaPacket packet)
    {
        packet = default;
        if (_count == 0)
        {
            return false;
        }

        packet = _ring[_head];
        _count--;
        // Back to the first buffer whenever all are taken: it still lies in the processor's cache.
        _head = _count == 0 ? 0 : (_head + 1) & (_ring.Length - 1);
        return true;
    }

    public void Tell(MediaEvent happened)
    {
        if (_events.Count >= MediaLimits.MaximumQueued)
        {
            Counters.Overflowed++;
            return;
        }

        _events.Enqueue(happened);
    }

    public bool TryTakeEvent(out MediaEvent happened) => _events.TryDequeue(out happened!);

    private bool Grow()
    {
        if (_ring.Length >= MediaLimits.MaximumQueued)
        {
            return false;
        }

        var larger = new MediaPacket[_ring.Length * 2];
        for (var i = 0; i < _ring.Length; i++)
        {
            larger[i] = _ring[(_head + i) & (_ring.Length - 1)];
        }

        _ring = larger;
        _head = 0;
        return true;
    }
}
