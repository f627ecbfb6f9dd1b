namespace Rappel.Core.Acd.Waits;

/// <summary>The plain moving average of the waits of the latest who were taken: what most products announce.</summary>
public sealed class MovingAverage : IExpectedWaitPolicy
{
    private readonly RecentMean waits = new(AcdLimits.WaitsAveraged);

    public void ServiceBegan(Instant now, TimeSpan? waited, int stillWaiting)
    {
        if (waited is { } wait)
        {
            waits.Add(wait);
        }
    }

    public TimeSpan? Estimate(in LineMoment line) => waits.Value is { } wait ? line.ShareOf(wait) : null;
}
