using System.Threading;
using System.Threading.Tasks;

namespace Rappel.Tests.Server.Hosting;

/// <summary>A wall clock and a monotonic one, moved by hand and apart.</summary>
internal sealed class ManualTime : TimeProvider
{
    public static readonly Instant Start = new(2025, 3, 4, 12, 0, 0, TimeSpan.Zero);

    private readonly List<Timer> timers = [];
    private TimeSpan elapsed;
    private TimeSpan offset;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override Instant GetUtcNow() => Start + elapsed + offset;

    public override long GetTimestamp() => elapsed.Ticks;

    public void Pass(TimeSpan time)
    {
        elapsed += time;
        foreach (var timer in timers.Where(t => t.Due <= elapsed).ToArray())
        {
            timer.Ring();
        }
    }

    /// <summary>Rings once, in <see cref="Pass"/>.</summary>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Somebody sets the wall clock.</summary>
    public void SetWall(TimeSpan by) => offset += by;

    private sealed class Timer(ManualTime time, Action ring) : ITimer
    {
        public TimeSpan Due { get; private set; }

        public void Ring()
        {
            time.timers.Remove(this);
            ring();
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            time.timers.Remove(this);
            if (dueTime != Timeout.InfiniteTimeSpan)
            {
                Due = time.elapsed + dueTime;
                time.timers.Add(this);
            }

            return true;
        }

        public void Dispose() => time.timers.Remove(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
