using Rappel.Core.Acd.Waits;

namespace Rappel.Simulation.Waits;

/// <summary>All estimators side by side on one line: each is told the same, and asked the same.</summary>
internal sealed class Panel : IExpectedWaitPolicy
{
    public static readonly string[] Names = ["queue length", "measured rate", "last to enter service", "head of line", "moving average", "queue and head"];

    private readonly IExpectedWaitPolicy[] _all =
        [new QueueLength(), new MeanServiceInterval(), new LastServed(), new HeadOfLine(), new MovingAverage(), new QueueAndHead()];

    /// <summary>What each said when last asked, in the order of <see cref="Names"/>.</summary>
    public TimeSpan?[] Last { get; private set; } = new TimeSpan?[Names.Length];

    public void ServiceBegan(Instant now, TimeSpan? waited, int stillWaiting) =>
        Array.ForEach(_all, one => one.ServiceBegan(now, waited, stillWaiting));

    public void ServiceEnded(TimeSpan handled) => Array.ForEach(_all, one => one.ServiceEnded(handled));

    public TimeSpan? Estimate(in LineMoment line)
    {
        var moment = line;
        Last = Array.ConvertAll(_all, one => one.Estimate(moment));
        return Last[0];
    }
}
