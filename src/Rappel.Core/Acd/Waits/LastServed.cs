namespace Rappel.Core.Acd.Waits;

/// <summary>The LES estimator: whoever enters now waits as long as the last one who was taken by an agent did.</summary>
public sealed class LastServed : IExpectedWaitPolicy
{
    private TimeSpan? last;

    public void ServiceBegan(Instant now, TimeSpan? waited, int stillWaiting) => last = waited ?? last;

    public TimeSpan? Estimate(in LineMoment line) => last is { } wait ? line.ShareOf(wait) : null;
}
