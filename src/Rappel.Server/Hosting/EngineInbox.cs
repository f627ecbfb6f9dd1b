using System.Collections.Concurrent;
using System.Diagnostics;
using System.Threading;
using Rappel.Engine;
using Rappel.Engine.Admission;

namespace Rappel.Server.Hosting;

/// <summary>
/// The one way into the engine. SIP from the outside is held back when the engine is behind; everything else (commits, media, commands) is
/// bounded where it comes from and always taken, because losing one would leave a call hanging. It measures how long inputs wait.
/// </summary>
public sealed class EngineInbox : IDisposable
{
    private readonly ConcurrentQueue<(EngineInput Input, long At)> waiting = new();
    private readonly AutoResetEvent arrived = new(false);
    private int count;
    private int asleep;
    private int unwritten;
    private long written = Stopwatch.GetTimestamp();
    private long shortestWait = long.MaxValue;

    public int Count => Volatile.Read(ref count);

    /// <summary>Far behind: datagrams are dropped, streams are not read.</summary>
    public bool IsFull => Count >= HostLimits.WaitingForSip;

    /// <summary>Batches not yet on disk.</summary>
    public int Unwritten => Volatile.Read(ref unwritten);

    /// <summary>How long the input has waited by now that is taken next; zero where none waits.</summary>
    public TimeSpan OldestWait => waiting.TryPeek(out var next) ? Stopwatch.GetElapsedTime(next.At) : TimeSpan.Zero;

    /// <summary>Batches were given to the store (more), or are on disk (less). Two threads count, so that no stale verdict can be left standing.</summary>
    public void CountUnwritten(int change)
    {
        if (Interlocked.Add(ref unwritten, change) == change || change < 0)
        {
            Volatile.Write(ref written, Stopwatch.GetTimestamp());
        }
    }

    public void Post(EngineInput input)
    {
        Interlocked.Increment(ref count);
        waiting.Enqueue((input, Stopwatch.GetTimestamp()));

        // Setting the event costs a system call; while the thread is awake it looks at the queue by itself.
        if (Interlocked.Exchange(ref asleep, 0) == 1)
        {
            arrived.Set();
        }
    }

    /// <summary>For the engine's thread.</summary>
    public bool TryTake(out EngineInput input)
    {
        if (!waiting.TryDequeue(out var next))
        {
            input = null!;
            return false;
        }

        Interlocked.Decrement(ref count);
        var waited = Stopwatch.GetTimestamp() - next.At;
        if (waited < Volatile.Read(ref shortestWait))
        {
            Volatile.Write(ref shortestWait, waited);
        }

        input = next.Input;
        return true;
    }

    /// <summary>Adds what was measured since the call before. For one thread at a time.</summary>
    public LoadReading Measure(LoadReading reading)
    {
        // One that comes between is lost to the reading, which is of a tenth of a second.
        var shortest = Interlocked.Exchange(ref shortestWait, long.MaxValue);
        var oldest = OldestWait;
        return reading with
        {
            EngineLag = shortest == long.MaxValue ? oldest : Stopwatch.GetElapsedTime(0, shortest),
            OldestInput = oldest,
            InputsWaiting = Count,
            CommitsWaiting = Unwritten,
            CommitStall = Unwritten == 0 ? TimeSpan.Zero : Stopwatch.GetElapsedTime(Volatile.Read(ref written)),
        };
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
