namespace Rappel.Server.Hosting;

/// <summary>
/// The time the machines are told: the wall clock, carried on by monotonic time, so that it never runs backwards. A difference to the wall is
/// made up for gradually, a tenth of the time faster or slower: a timer of 30 s is then at most 3 s out. A wall set forward by more than
/// <see cref="Step"/> (by hand, by NTP, or because the machine slept) is followed at once, for requests expire by the wall; that so much
/// time did not pass is told, and what waits for a length of time is put off by as much (<see cref="Engine.EngineInput.TimeSkipped"/>). One
/// set back is never followed at once: the times in the records keep their order.
/// </summary>
public sealed class Clock
{
    /// <summary>Made up for gradually up to here.</summary>
    public static readonly TimeSpan Step = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Noticed = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan CaughtUp = TimeSpan.FromMilliseconds(5);
    private const double Slower = 0.9;
    private const double Faster = 1.1;

    private readonly TimeProvider time;
    private readonly Action<string> stepped;
    private volatile Anchor anchor;

    /// <param name="stepped">Told in words when the wall clock was set.</param>
    public Clock(TimeProvider time, Action<string> stepped)
    {
        this.time = time;
        this.stepped = stepped;
        anchor = new Anchor(time.GetUtcNow(), time.GetTimestamp(), 1);
    }

    public Instant Now => At(anchor, time.GetTimestamp());

    /// <summary>Compares with the wall clock. For one thread only, about once a second.</summary>
    /// <returns>By how much time was set forward at once; zero but for that.</returns>
    public TimeSpan Check()
    {
        var old = anchor;
        var ticks = time.GetTimestamp();
        var now = At(old, ticks);
        var ahead = now - time.GetUtcNow();
        if (ahead < -Step)
        {
            anchor = new Anchor(now - ahead, ticks, 1);
            stepped($"the clock of this machine was set forward by {-ahead.TotalSeconds:0.0} s; followed, and timers put off by as much");
            return -ahead;
        }

        var rate = RateFor(old.Rate, ahead);
        if (rate != old.Rate)
        {
            anchor = new Anchor(now, ticks, rate);
            stepped(rate switch
            {
                Slower => $"the clock of this machine was set back by {ahead.TotalSeconds:0.0} s; time here runs a tenth slower until it has caught up",
                Faster => $"the clock of this machine was set forward by {-ahead.TotalSeconds:0.0} s; time here runs a tenth faster until it has caught up",
                _ => "the clock of this machine and time here agree again",
            });
        }

        return TimeSpan.Zero;
    }

    private static double RateFor(double rate, TimeSpan ahead) =>
        ahead > Noticed ? Slower
        : ahead < -Noticed ? Faster
        : (rate < 1 && ahead > CaughtUp) || (rate > 1 && ahead < -CaughtUp) ? rate
        : 1;

    private Instant At(Anchor from, long ticks)
    {
        var elapsed = time.GetElapsedTime(from.Ticks, ticks);
        return from.At + (from.Rate == 1 ? elapsed : elapsed * from.Rate);
    }

    private sealed record Anchor(Instant At, long Ticks, double Rate);
}
