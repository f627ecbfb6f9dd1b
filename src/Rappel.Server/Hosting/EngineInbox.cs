using System.Collections.Concurrent;
using System.Threading;
using Rappel.Engine;

namespace Rappel.Server.Hosting;

/// <summary>What SIP that arrives may do right now.</summary>
public enum SipAdmission
{
    Welcome,

    /// <summary>Behind: what belongs to a call under way is taken, a new one is answered 503.</summary>
    NoNewCalls,

    /// <summary>Far behind: datagrams are dropped, streams are not read.</summary>
    Full,
}

/// <summary>
/// The one way into the engine. SIP from the outside is held back when the engine is behind; everything else (commits, media, commands) is
/// bounded where it comes from and always taken, because losing one would leave a call hanging.
/// </summary>
public sealed class EngineInbox : IDisposable
{
    private readonly ConcurrentQueue<EngineInput> waiting = new();
    private readonly AutoResetEvent arrived = new(false);
    private int count;
    private int asleep;
    private int unwritten;

    public int Count => Volatile.Read(ref count);

    public SipAdmission Admission => Count switch
    {
        >= HostLimits.WaitingForSip => SipAdmission.Full,
        >= HostLimits.WaitingForNewCalls => SipAdmission.NoNewCalls,
        _ => Unwritten > HostLimits.BatchesBehind ? SipAdmission.NoNewCalls : SipAdmission.Welcome,
    };

    /// <summary>Batches not yet on disk. While they are too many no new call is taken on.</summary>
    public int Unwritten => Volatile.Read(ref unwritten);

    /// <summary>Batches were given to the store (more), or are on disk (less). Two threads count, so that no stale verdict can be left standing.</summary>
    public void CountUnwritten(int change) => Interlocked.Add(ref unwritten, change);

    public void Post(EngineInput input)
    {
        Interlocked.Increment(ref count);
        waiting.Enqueue(input);

        // Setting the event costs a system call; while the thread is awake it looks at the queue by itself.
        if (Interlocked.Exchange(ref asleep, 0) == 1)
        {
            arrived.Set();
        }
    }

    /// <summary>For the engine's thread.</summary>
    public bool TryTake(out EngineInput input)
    {
        if (!waiting.TryDequeue(out input!))
        {
            return false;
        }

        Interlocked.Decrement(ref count);
        return true;
    }

    /// <summary>For the engine's thread: until something arrives, or this long.</summary>
    public void Wait(TimeSpan atMost)
    {
        Volatile.Write(ref asleep, 1);
        Interlocked.MemoryBarrier();
        if (Count == 0)
        {
            arrived.WaitOne(atMost);
        }

        Volatile.Write(ref asleep, 0);
    }

    /// <summary>Ends a wait.</summary>
    public void Wake() => arrived.Set();

    public void Dispose() => arrived.Dispose();
}
