namespace Rappel.Core.Acd.Waits;

/// <summary>
/// The HOL estimator: whoever enters now waits as long as the first in line has waited already. With nobody in line it is the last to enter
/// service that is known. Before anybody has entered service nothing is: the first in line may have come a second ago. To those in line the
/// head says nothing (it may be themselves); they are told their share of the last wait known.
/// </summary>
public sealed class HeadOfLine : IExpectedWaitPolicy
{
    private TimeSpan? last;

    public void ServiceBegan(Instant now, TimeSpan? waited, int stillWaiting) => last = waited ?? last;

    public TimeSpan? Estimate(in LineMoment line) => last is { } wait ? line.ShareOf(line.IsEntering ? line.HeadWait ?? wait : wait) : null;
}
