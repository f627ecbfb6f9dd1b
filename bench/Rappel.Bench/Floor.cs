using Rappel.Core.Acd;
using Rappel.Core.Config;

namespace Rappel.Bench;

/// <summary>A full line and one agent who takes call after call.</summary>
internal sealed class Floor
{
    private const string Agent = "1001";

    private readonly Distributor distributor;
    private Instant now = DateTimeOffset.UnixEpoch;
    private long last;

    public Floor(ConfigurationSnapshot configuration, int waiting)
    {
        distributor = new Distributor(configuration, 1);
        for (var i = 0; i < waiting; i++)
        {
            Arrive();
        }

        Do(new AcdInput.ReachabilityChanged(Agent, true));
        Do(new AcdInput.StatusRequested(Agent, AgentStatus.OnBreak));
        Drain();
    }

    /// <summary>One call arrives; the first in line is offered, accepted, served and wrapped up.</summary>
    public void ServeOne()
    {
        Arrive();
        Do(new AcdInput.StatusRequested(Agent, AgentStatus.Available));
        var offer = Drain() ?? throw new InvalidOperationException("nothing was offered");
        Do(new AcdInput.OfferAnswered(offer, OfferOutcome.Accepted));
        Do(new AcdInput.StatusRequested(Agent, AgentStatus.OnBreak));
        Do(new AcdInput.WorkEnded(offer));
        Do(new AcdInput.WrapUpEnded(Agent));
        Drain();
    }

    private void Arrive()
    {
        now += TimeSpan.FromMilliseconds(1);
        Do(new AcdInput.WorkArrived(new WorkItem(new WorkId(WorkKind.LiveCall, ++last), "nurses", now, true)));
    }

    private void Do(AcdInput input) => distributor.Handle(now, input);

    private Rappel.Core.Calls.OfferId? Drain()
    {
        Rappel.Core.Calls.OfferId? offer = null;
        while (distributor.TryTake(out var output))
        {
            offer = output is AcdOutput.OfferMade made ? made.Offer : offer;
        }

        return offer;
    }
}
