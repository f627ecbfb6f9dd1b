using Rappel.Engine.Journal;
using Rappel.Server.Hosting;

namespace Rappel.Simulation;

/// <summary>
/// The one writer of the store, as the server has it: what waits is flushed together, in order; a flush that fails is tried again until it
/// works. It is slow now and then, fails for a while, is full for long, and the process may die at any point of it.
/// </summary>
internal sealed class SimDisk(World world, SimRandom random, Profile profile, SimStore store)
{
    private readonly Queue<Batch> _waiting = new();
    private Batch[] _group = [];
    private long _life;
    private bool _busy;
    private Instant _failsUntil;
    private Instant _slowUntil;

    /// <summary>Off in the liveness phase.</summary>
    public bool Faults { get; set; } = true;

    public required Action<Batch> OnDurable { get; init; }

    public required Action<long> OnCommitted { get; init; }

    public required Action Crash { get; init; }

    public void Post(Batch batch)
    {
        _waiting.Enqueue(batch);
        if (!_busy)
        {
            Begin();
        }
    }

    /// <summary>For a while every flush fails, or takes long.</summary>
    public void Trouble()
    {
        switch (random.Between(0, 4))
        {
            case 0:
                _slowUntil = world.Now + random.Seconds(10, 600);
                break;
            case 1:
                // Full: nobody makes room for a long time.
                _failsUntil = world.Now + random.Seconds(300, 2400);
                break;
            default:
                _failsUntil = world.Now + random.Seconds(0.2, 40);
                break;
        }
    }

    /// <summary>The process is gone. What was being flushed is on disk whole, or not at all.</summary>
    public void ProcessDied()
    {
        _life++;
        if (_group.Length > 0 && !IsFailing && random.Chance(0.5))
        {
            Write(_group);
        }

        _waiting.Clear();
        _group = [];
        _busy = false;
    }

    private bool IsFailing => Faults && world.Now < _failsUntil;

    private void Begin()
    {
        _group = [.. Take()];
        _busy = _group.Length > 0;
        if (_busy)
        {
            var slow = Faults && (world.Now < _slowUntil || random.Chance(profile.SlowFlushes));
            Later(slow ? random.Milliseconds(100, 1500) : random.Milliseconds(1, 8), () => Flush(HostLimits.FirstStorePause));
        }
    }

    private IEnumerable<Batch> Take()
    {
        for (var i = 0; i < HostLimits.BatchesACommit && _waiting.TryDequeue(out var batch); i++)
        {
            yield return batch;
        }
    }

    private void Flush(TimeSpan pause)
    {
        if (IsFailing)
        {
            Later(pause, () => Flush(pause * 2 < HostLimits.LongestStorePause ? pause * 2 : HostLimits.LongestStorePause));
            return;
        }

        var group = _group;
        if (Faults && profile.CrashAtFlush > 0 && random.Chance(profile.CrashAtFlush))
        {
            // Right before, between two batches that were flushed apart, or after the flush and before the engine is told.
            Write(group.AsSpan(0, random.Between(0, group.Length + 1)));
            _group = [];
            Crash();
            return;
        }

        Write(group);
        _group = [];
        var life = _life;
        OnCommitted(group[^1].Number);
        if (life == _life)
        {
            Begin();
        }
    }

    private void Write(ReadOnlySpan<Batch> group)
    {
        foreach (var batch in group)
        {
            store.Flush(batch);
            OnDurable(batch);
        }
    }

    private void Later(TimeSpan delay, Action act)
    {
        var life = _life;
        world.After(delay, () =>
        {
            if (life == _life)
            {
                act();
            }
        });
    }
}
