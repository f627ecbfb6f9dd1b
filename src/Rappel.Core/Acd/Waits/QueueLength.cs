namespace Rappel.Core.Acd.Waits;

/// <summary>
/// The QL estimator: position times the mean handling time, shared among the agents on duty. It knows at once when a shift begins or ends.
/// It takes agents for this line's alone, and nobody for giving up.
/// </summary>
public sealed class QueueLength : IExpectedWaitPolicy
{
    private readonly RecentMean handling = new(AcdLimits.HandlingTimes);

    public void ServiceBegan(Instant now, TimeSpan? waited, int stillWaiting)
    {
    }

    public void ServiceEnded(TimeSpan handled) => handling.Add(handled);

    public TimeSpan? Estimate(in LineMoment line) =>
        line.OnDuty == 0 ? null : handling.Value * Math.Max(0, line.Position) / line.OnDuty;
}
