using System.Collections.Concurrent;
using System.Diagnostics;
using System.Threading;
using Rappel.Engine.Journal;

namespace Rappel.Server.Hosting;

/// <summary>
/// Batches on their way to the commit thread, which takes them in groups: a flush costs as much as the rows of several calls. Where nobody
/// waits for any of a group, what comes in the next moment is taken along (<see cref="HostLimits.Gathering"/>).
/// </summary>
public sealed class BatchQueue : IDisposable
{
    private const int Awake = 0;

    /// <summary>Until anything comes.</summary>
    private const int Idle = 1;

    /// <summary>Until something comes that somebody waits for.</summary>
    private const int Gathering = 2;

    private readonly ConcurrentQueue<Batch> waiting = new();
    private readonly AutoResetEvent arrived = new(false);
    private int sleep;
    private volatile bool closing;

    /// <summary>Any thread.</summary>
    public void Post(Batch batch)
    {
        waiting.Enqueue(batch);

        // Waking costs a system call and a change of threads; while the other thread is at work it looks here by itself.
        Interlocked.MemoryBarrier();
        var deep = Volatile.Read(ref sleep);
        if (deep == Idle || (deep == Gathering && batch.IsAwaited))
        {
            Wake();
        }
    }

    /// <summary>From now on nothing is waited for.</summary>
    public void Close()
    {
        closing = true;
        arrived.Set();
    }

    /// <summary>Fills the group, which is empty. Waits where there is nothing.</summary>
    /// <returns>False where nothing is left after <see cref="Close"/>.</returns>
    public bool TryTake(List<Batch> group)
    {
        var began = 0L;
        while (true)
        {
            var isAwaited = Fill(group);
            if (group.Count == 0)
            {
                if (closing)
                {
                    return false;
                }

                Sleep(Idle, HostLimits.Tick);
                continue;
            }

            began = began == 0 ? Stopwatch.GetTimestamp() : began;
            var left = HostLimits.Gathering - Stopwatch.GetElapsedTime(began);
            if (isAwaited || closing || group.Count == HostLimits.BatchesACommit || left < TimeSpan.FromMilliseconds(1))
            {
                return true;
            }

            Sleep(Gathering, left);
        }
    }

    public void Dispose() => arrived.Dispose();

    /// <returns>True where somebody waits for one of those taken.</returns>
    private bool Fill(List<Batch> group)
    {
        var isAwaited = false;
        while (group.Count < HostLimits.BatchesACommit && waiting.TryDequeue(out var batch))
        {
            group.Add(batch);
            isAwaited |= batch.IsAwaited;
        }

        return isAwaited;
    }

    private void Sleep(int deep, TimeSpan atMost)
    {
        Volatile.Write(ref sleep, deep);
        Interlocked.MemoryBarrier();
        if (waiting.IsEmpty && !closing)
        {
            arrived.WaitOne(atMost);
        }

        Volatile.Write(ref sleep, Awake);
    }

    private void Wake()
    {
        if (Interlocked.Exchange(ref sleep, Awake) != Awake)
        {
            arrived.Set();
        }
    }
}
