using System.Collections.Concurrent;
using System.Threading;

namespace Rappel.Server.Net.Media;

/// <summary>
/// Hands datagrams from the sockets' receivers to the media thread without a lock. Buffers go round: none is allocated once the peak is
/// reached. When full, the newest are dropped.
/// </summary>
/// <param name="wake">Called when there is something to take.</param>
public sealed class IncomingPackets(Action wake)
{
    private readonly ConcurrentQueue<IncomingPacket> waiting = new();
    private readonly ConcurrentQueue<IncomingPacket> free = new();
    private int made;
    private long dropped;

    public long Dropped => Volatile.Read(ref dropped);

    public bool IsEmpty => waiting.IsEmpty;

    /// <summary>Takes a filled packet and gives an empty one to receive into; where full, the same one back, its content lost.</summary>
    public IncomingPacket Exchange(IncomingPacket filled)
    {
        if (!free.TryDequeue(out var empty))
        {
            if (Interlocked.Increment(ref made) > MediaNetLimits.IncomingPackets)
            {
                Interlocked.Decrement(ref made);
                Interlocked.Increment(ref dropped);
                return filled;
            }

            empty = new IncomingPacket();
        }

        waiting.Enqueue(filled);
        wake();
        return empty;
    }

    /// <summary>For the media thread.</summary>
    public bool TryTake(out IncomingPacket packet) => waiting.TryDequeue(out packet!);

    /// <summary>For the media thread: done with it.</summary>
    public void Return(IncomingPacket packet) => free.Enqueue(packet);
}
