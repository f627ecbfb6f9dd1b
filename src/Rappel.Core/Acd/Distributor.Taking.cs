using Rappel.Core.Calls;

namespace Rappel.Core.Acd;

/// <summary>Work that goes from one agent to another without an offer.</summary>
public sealed partial class Distributor
{
    /// <summary>
    /// An agent who is in a direct call (<see cref="AcdInput.Occupied"/>) has this work from now on, as if an offer of it had been accepted:
    /// WorkEnded ends it, and wrap-up follows. Whoever was on a break before is on it again after that.
    /// </summary>
    /// <returns>Names what would have been the offer; null where the agent is in no such call, or the work is in line or another's.</returns>
    public OfferId? Take(Instant now, string agent, WorkItem work)
    {
        if (!agents.TryGetValue(agent, out var taker) || taker is not { Status: AgentStatus.Busy, Offer: null }
            || inLine.ContainsKey(work.Id) || inService.ContainsKey(work.Id))
        {
            return null;
        }

        var line = LineOf(new LineKey(work.Id.Kind, work.Queue));
        var offer = new Offer(new OfferId(nextOffer++), taker, new LineEntry(work, line, ++arrivals), line.WrapUp) { Accepted = true, AcceptedAt = now };
        ForgetIfOrphaned(line);
        offers.Add(offer.Id, offer);
        inService.Add(work.Id, offer);
        taker.Offer = offer;
        if (taker.Interrupted is AgentStatus.OnBreak or AgentStatus.WorkingOffline or AgentStatus.LoggedOut)
        {
            taker.NextStatus ??= taker.Interrupted;
        }

        return offer.Id;
    }
}
