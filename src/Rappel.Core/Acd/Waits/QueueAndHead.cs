namespace Rappel.Core.Acd.Waits;

/// <summary>
/// The mean of queue length and head of line. The one reckons with who is there and takes nobody for giving up, so it tells too much; the
/// other looks back at who has waited, and tells too little while a line grows: their errors are of opposite kinds and largely cancel. Where
/// only one knows anything, that one counts. For those in line already the queue length counts alone: nobody behind looks ahead.
/// </summary>
public sealed class QueueAndHead : IExpectedWaitPolicy
{
    private readonly QueueLength queue = new();
    private readonly HeadOfLine head = new();

    public void ServiceBegan(Instant now, TimeSpan? waited, int stillWaiting) => head.ServiceBegan(now, waited, stillWaiting);

    public void ServiceEnded(TimeSpan handled) => queue.ServiceEnded(handled);

    public TimeSpan? Estimate(in LineMoment line) =>
        (queue.Estimate(line), head.Estimate(line)) switch
        {
            ({ } ahead, { } behind) when line.IsEntering => (ahead + behind) / 2,
            var (ahead, behind) => ahead ?? behind,
        };
}
