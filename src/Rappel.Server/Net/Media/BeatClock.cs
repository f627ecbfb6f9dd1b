using System.Diagnostics;

namespace Rappel.Server.Net.Media;

/// <summary>
/// When beats are due: start + n × 20 ms of monotonic time, so that lateness of one beat is not passed on to the next.
/// </summary>
/// <param name="start">Monotonic ticks (<see cref="Stopwatch"/>).</param>
/// <param name="period">In the same ticks.</param>
public sealed class BeatClock(long start, long period)
{
    private long next = start + period;

    /// <summary>Beats given up after stalls.</summary>
    public long Skipped { get; private set; }

    /// <summary>Beats due by now, at most <see cref="MediaNetLimits.LateBeats"/>; each is told once.</summary>
    public int Due(long now)
    {
        if (now < next)
        {
            return 0;
        }

        var due = ((now - next) / period) + 1;
        next += due * period;
        var made = (int)Math.Min(due, MediaNetLimits.LateBeats);
        Skipped += due - made;
        return made;
    }

    /// <summary>Time until the next beat; zero where it is due.</summary>
    public TimeSpan Until(long now) => now >= next ? TimeSpan.Zero : Stopwatch.GetElapsedTime(now, next);
}
