namespace Rappel.Core.Acd.Waits;

/// <summary>The mean of the latest so many durations.</summary>
internal sealed class RecentMean(int kept)
{
    private readonly Queue<TimeSpan> values = new();
    private TimeSpan sum;

    /// <summary>Null before the first.</summary>
    public TimeSpan? Value => values.Count == 0 ? null : sum / values.Count;

    public void Add(TimeSpan value)
    {
        values.Enqueue(value);
        sum += value;
        if (values.Count > kept)
        {
            sum -= values.Dequeue();
        }
    }
}
