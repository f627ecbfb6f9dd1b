namespace Rappel.Server.Hosting;

/// <summary>
/// The time the machines are told: the wall clock, carried on by monotonic time, so that it never runs backwards. A wall clock set forward is
/// followed at once. One set back is not: time then runs a tenth slower until the wall has caught up, so that timers stay nearly true and
/// the times in the records keep their order.
/// </summary>
public sealed class Clock
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan CaughtUp = TimeSpan.FromMilliseconds(5);
    private const double Slowed = 0.9;

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
    public void Check()
    {
        var old = anchor;
        var ticks = time.GetTimestamp();
        var now = At(old, ticks);
        var ahead = now - time.GetUtcNow();
        if (ahead < -Step)
        {
            anchor = new Anchor(now - ahead, ticks, 1);
            stepped($"the clock of this machine was set forward by {-ahead.TotalSeconds:0.0} s; followed");
        }
        else if (ahead > Step && old.Rate == 1)
        {
            anchor = new Anchor(now, ticks, Slowed);
            stepped($"the clock of this machine was set back by {ahead.TotalSeconds:0.0} s; time here runs a tenth slower until it has caught up");
        }
        else if (ahead < CaughtUp && old.Rate != 1)
        {
            anchor = new Anchor(now, ticks, 1);
            stepped("the clock of this machine has caught up");
        }
    }

    private Instant At(Anchor from, long ticks)
    {
        var elapsed = time.GetElapsedTime(from.Ticks, ticks);
        return from.At + (from.Rate == 1 ? elapsed : elapsed * from.Rate);
    }

    private sealed record Anchor(Instant At, long Ticks, double Rate);
}
