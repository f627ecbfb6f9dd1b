namespace Rappel.Core.Acd.Waits;

/// <summary>
/// Queue length, its rate measured: position times the mean of the latest intervals between service starts. Only intervals during which
/// somebody waited count: with an empty line the gap between two starts measures how rarely people call, not how fast agents serve. It
/// needs to know neither agents nor handling times, so agents shared with other queues do not mislead it; a shift change does, for a while.
/// </summary>
public sealed class MeanServiceInterval : IExpectedWaitPolicy
{
    private readonly RecentMean intervals = new(AcdLimits.ServiceIntervals);
    private Instant? lastStart;

    public void ServiceBegan(Instant now, TimeSpan? waited, int stillWaiting)
    {
        if (lastStart is { } last)
        {
            intervals.Add(now - last);
        }

        lastStart = stillWaiting > 0 ? now : null;
    }

    public TimeSpan? Estimate(in LineMoment line) => intervals.Value * Math.Max(0, line.Position);
}
