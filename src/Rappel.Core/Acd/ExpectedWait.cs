namespace Rappel.Core.Acd;

/// <summary>Foretells waits in one line. One instance a line; it is told what happens there and in the lines that its callers compete with.</summary>
public interface IExpectedWaitPolicy
{
    /// <summary>An agent accepted work of this line or of one paired with it.</summary>
    /// <param name="waited">Since its place.</param>
    /// <param name="stillWaiting">How many are in line afterwards, paired lines included.</param>
    void ServiceBegan(Instant now, TimeSpan waited, int stillWaiting);

    /// <param name="position">1 is next.</param>
    /// <returns>Null while nothing is known.</returns>
    TimeSpan? Estimate(int position);
}

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
