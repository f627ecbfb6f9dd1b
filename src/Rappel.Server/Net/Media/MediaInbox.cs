using System.Collections.Concurrent;
using System.Threading;
using Rappel.Engine;

namespace Rappel.Server.Net.Media;

/// <summary>What others want of the media thread: any thread puts it in, the media thread takes it out.</summary>
internal sealed class MediaInbox
{
    private readonly ConcurrentQueue<MediaOrder> orders = new();
    private readonly ConcurrentQueue<ResolvedAudio> resolved = new();
    private int waiting;

    public bool IsEmpty => orders.IsEmpty && resolved.IsEmpty;

    /// <summary>False where too many wait.</summary>
    public bool TryAdd(MediaOrder order)
    {
        if (Interlocked.Increment(ref waiting) > MediaNetLimits.Orders)
        {
            Interlocked.Decrement(ref waiting);
            return false;
        }

        orders.Enqueue(order);
        return true;
    }

    /// <summary>Bounded where it is made (<see cref="MediaNetLimits.Resolutions"/>).</summary>
    public void Add(ResolvedAudio audio) => resolved.Enqueue(audio);

    public bool TryTake(out MediaOrder order)
    {
        if (!orders.TryDequeue(out order!))
        {
            return false;
        }

        Interlocked.Decrement(ref waiting);
        return true;
    }

    public bool TryTake(out ResolvedAudio audio) => resolved.TryDequeue(out audio!);
}
