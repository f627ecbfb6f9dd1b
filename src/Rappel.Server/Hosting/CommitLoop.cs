using System.Collections.Concurrent;
using System.Threading;
using Microsoft.Extensions.Logging;
using Rappel.Engine;
using Rappel.Engine.Journal;
using Rappel.Storage;

namespace Rappel.Server.Hosting;

/// <summary>
/// The one thread that writes to the store. All batches that came while the last flush ran go to disk together. A store that fails is
/// tried again until it works: a commit is never dropped, and the engine, told nothing, promises nothing meanwhile.
/// </summary>
public sealed class CommitLoop : IDisposable
{
    private readonly IStore store;
    private readonly EngineInbox inbox;
    private readonly ILogger logger;
    private readonly Thread thread;
    private readonly ConcurrentQueue<Batch> waiting = new();
    private readonly AutoResetEvent arrived = new(false);
    private readonly ManualResetEventSlim hurry = new(false);
    private volatile bool stopping;
    private volatile bool failing;

    public CommitLoop(IStore store, EngineInbox inbox, ILogger logger)
    {
        this.store = store;
        this.inbox = inbox;
        this.logger = logger;
        thread = new Thread(Run) { Name = "commit", IsBackground = true };
    }

    /// <summary>False while the store cannot be written to.</summary>
    public bool Healthy => !failing;

    /// <summary>Batches not yet on disk.</summary>
    public int Behind => inbox.Unwritten;

    public void Start() => thread.Start();

    public void Post(Batch batch)
    {
        inbox.CountUnwritten(1);
        waiting.Enqueue(batch);
        arrived.Set();
    }

    /// <summary>Writes what waits, then ends. True where all of it is on disk.</summary>
    public bool Stop(TimeSpan within)
    {
        stopping = true;
        arrived.Set();
        if (thread.IsAlive && !thread.Join(within))
        {
            hurry.Set();
            thread.Join(HostLimits.FlushTime);
        }

        return Behind == 0;
    }

    public void Dispose()
    {
        Stop(HostLimits.FlushTime);
        arrived.Dispose();
        hurry.Dispose();
    }

    private void Run()
    {
        var group = new List<Batch>();
        while (true)
        {
            group.Clear();
            while (group.Count < HostLimits.BatchesACommit && waiting.TryDequeue(out var batch))
            {
                group.Add(batch);
            }

            if (group.Count > 0)
            {
                if (!Write(group))
                {
                    return;
                }
            }
            else if (stopping)
            {
                return;
            }
            else
            {
                arrived.WaitOne(HostLimits.Tick);
            }
        }
    }

    /// <returns>False where it was told to give up.</returns>
    private bool Write(List<Batch> group)
    {
        var pause = HostLimits.FirstStorePause;
        while (true)
        {
            try
            {
                store.Apply(group);
                break;
            }
#pragma warning disable CA1031 // A fault of ours in the store is no reason to lose a promise made to a caller either.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                if (!failing)
                {
                    failing = true;
                    logger.LogError(LogKinds.StoreFailed, failure, "the store cannot be written to; nothing is promised to callers until it can");
                }
            }

            if (hurry.Wait(pause))
            {
                return false;
            }

            pause = pause * 2 < HostLimits.LongestStorePause ? pause * 2 : HostLimits.LongestStorePause;
        }

        if (failing)
        {
            failing = false;
            logger.LogWarning(LogKinds.StoreRecovered, "the store can be written to again; {Batches} batches are on disk", group.Count);
        }

        inbox.CountUnwritten(-group.Count);
        inbox.Post(new EngineInput.Committed(group[^1].Number));
        return true;
    }
}
