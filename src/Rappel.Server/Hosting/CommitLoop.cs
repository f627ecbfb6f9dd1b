using System.Threading;
using Microsoft.Extensions.Logging;
using Rappel.Engine;
using Rappel.Engine.Journal;
using Rappel.Server.Telemetry;
using Rappel.Server.Webhooks;
using Rappel.Storage;

namespace Rappel.Server.Hosting;

/// <summary>
/// The one thread that writes to the store. All batches that came while the last flush ran go to disk together, and those that nobody waits
/// for are gathered for a moment (<see cref="HostLimits.Gathering"/>): a flush costs as much as the rows of several calls. A store that fails
/// is tried again until it works: a commit is never dropped, and the engine, told nothing, promises nothing meanwhile. A batch that the store
/// refuses for what is in it would hold up all others for ever: it is set aside in a file, the engine is told that it failed and takes back
/// what hung on it, and an alarm is raised.
/// </summary>
public sealed class CommitLoop : IDisposable
{
    private readonly IStore store;
    private readonly EngineInbox inbox;
    private readonly SetAside setAside;
    private readonly Alarms alarms;
    private readonly ILogger logger;
    private readonly Thread thread;
    private readonly BatchQueue waiting = new();
    private readonly ManualResetEventSlim hurry = new(false);
    private readonly WebhookFeed? events;
    private volatile bool failing;

    /// <param name="events">Adds what webhooks are told; null for nothing.</param>
    public CommitLoop(IStore store, EngineInbox inbox, SetAside setAside, Alarms alarms, ILogger logger, WebhookFeed? events = null)
    {
        this.events = events;
        this.store = store;
        this.inbox = inbox;
        this.setAside = setAside;
        this.alarms = alarms;
        this.logger = logger;
        thread = new Thread(Run) { Name = "commit", IsBackground = true };
    }

    /// <summary>Batches are on disk. On this loop's thread, which writes nothing meanwhile; the list is used again afterwards.</summary>
    public event Action<IReadOnlyList<Batch>>? Written;

    /// <summary>False while the store cannot be written to.</summary>
    public bool Healthy => !failing;

    /// <summary>Batches not yet on disk.</summary>
    public int Behind => inbox.Unwritten;

    public void Start() => thread.Start();

    public void Post(Batch batch)
    {
        inbox.CountUnwritten(1);
        waiting.Post(batch);
    }

    /// <summary>Writes what waits, then ends. True where all of it is on disk.</summary>
    public bool Stop(TimeSpan within)
    {
        waiting.Close();
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
        waiting.Dispose();
        hurry.Dispose();
    }

    private void Run()
    {
        var group = new List<Batch>();
        while (waiting.TryTake(group) && Write(events?.With(group) ?? group))
        {
            events?.Tell(group);
            group.Clear();
        }
    }

    /// <returns>False where it was told to give up.</returns>
    private bool Write(List<Batch> group)
    {
        Exception? refused = null;
        if (!Persist(() => store.Apply(group), ref refused))
        {
            return false;
        }

        if (refused is null)
        {
            inbox.CountUnwritten(-group.Count);
            inbox.Post(new EngineInput.Committed(group[^1].Number));
            Written?.Invoke(group);
            return true;
        }

        // Singly: the others are not at fault. A batch is not divided further; its rows belong together.
        return group.Count > 1 ? group.All(batch => Write([batch])) : PutAside(group[0], refused);
    }

    private bool PutAside(Batch batch, Exception refused)
    {
        Exception? unwritable = null;
        if (!Persist(() => setAside.Keep(batch, refused), ref unwritable))
        {
            return false;
        }

        alarms.Raise(LogKinds.BatchSetAside.Name!);
        logger.LogError(
            LogKinds.BatchSetAside, unwritable ?? refused, "batch {Batch} can never be written and was {Fate}; what hung on it is taken back", batch.Number,
            unwritable is null ? $"set aside in {setAside.File}" : "LOST: it could not be set aside either");
        inbox.CountUnwritten(-1);
        inbox.Post(new EngineInput.CommitFailed(batch.Number));
        return true;
    }

    /// <summary>Tries until it is done, or refused for what is in the rows rather than for the state of the disk.</summary>
    /// <returns>False where it was told to give up.</returns>
    private bool Persist(Action write, ref Exception? refused)
    {
        var pause = HostLimits.FirstStorePause;
        while (true)
        {
            try
            {
                write();
                Recovered();
                return true;
            }
#pragma warning disable CA1031 // A fault of ours in the store is no reason to lose a promise made to a caller either.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                if (IsOfRows(failure))
                {
                    refused = failure;
                    return true;
                }

                if (!failing)
                {
                    failing = true;
                    logger.LogError(
                        LogKinds.StoreFailed, failure is StoreException ? null : failure, "the store cannot be written to; nothing is promised to callers until it can: {Why}",
                        failure.Message);
                }
            }

            if (hurry.Wait(pause))
            {
                return false;
            }

            pause = pause * 2 < HostLimits.LongestStorePause ? pause * 2 : HostLimits.LongestStorePause;
        }
    }

    // A disk that is full, read-only, failing or locked may work again, and so may a process short of memory. All else is in what we wrote.
    private static bool IsOfRows(Exception failure) => failure switch
    {
        StoreException told => told.Fault == StoreFault.Rows,
        System.IO.IOException or UnauthorizedAccessException or OutOfMemoryException or ObjectDisposedException => false,
        _ => true,
    };

    private void Recovered()
    {
        if (failing)
        {
            failing = false;
            logger.LogWarning(LogKinds.StoreRecovered, "the store can be written to again");
        }
    }
}
