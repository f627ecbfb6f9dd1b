namespace Rappel.Core.Acd;

/// <summary>
/// Position times the mean of the latest intervals between service starts. Only intervals during which somebody waited count:
/// with an empty line the gap between two starts measures how rarely people call, not how fast agents serve.
/// </summary>
public sealed class MeanServiceInterval : IExpectedWaitPolicy
{
    private readonly Queue<TimeSpan> intervals = new();
    private TimeSpan sum;
    private Instant? lastStart;

    public void ServiceBegan(Instant now, TimeSpan waited, int stillWaiting)
    {
        if (lastStart is { } last)
        {
            intervals.Enqueue(now - last);
            sum += now - last;
            if (intervals.Count > AcdLimits.ServiceIntervals)
            {
                sum -= intervals.Dequeue();
            }
        }

        lastStart = stillWaiting > 0 ? now : null;
    }

    public TimeSpan? Estimate(int position) =>
        intervals.Count == 0 ? null : sum / intervals.Count * Math.Max(0, position);
}
