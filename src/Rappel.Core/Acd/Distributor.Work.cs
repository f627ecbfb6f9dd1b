using Rappel.Core.Calls;

namespace Rappel.Core.Acd;

/// <summary>Work coming, going and being offered.</summary>
public sealed partial class Distributor
{
    private void Arrive(WorkItem work)
    {
        if (inLine.ContainsKey(work.Id))
        {
            Refuse(work.Id.ToString(), "already-in-line");
            return;
        }

        if (inService.ContainsKey(work.Id))
        {
            Refuse(work.Id.ToString(), "in-service");
            return;
        }

        var entry = new LineEntry(work, PoolOf(work), ++arrivals);
        inLine.Add(work.Id, entry);
        entry.Line.Entries.Add(entry);
        Enlist(entry);
    }

    private void Leave(Instant now, WorkId work)
    {
        if (!inLine.TryGetValue(work, out var entry))
        {
            return;
        }

        if (entry.Offer is { } offer)
        {
            EndOffer(now, offer, OfferOutcome.Withdrawn, AgentStatus.Available);
        }

        TakeOutOfLine(entry);
    }

    /// <summary>Passed over while protected, at the same place again afterwards.</summary>
    private void ChangeEligibility(Instant now, WorkId work, bool eligible)
    {
        if (!inLine.TryGetValue(work, out var entry) || entry.Work.Eligible == eligible)
        {
            return;
        }

        entry.Pool.Waiting.Remove(entry);
        entry.Work = entry.Work with { Eligible = eligible };
        if (entry.Offer is { } offer)
        {
            EndOffer(now, offer, OfferOutcome.Withdrawn, AgentStatus.Available);
        }

        Enlist(entry);
    }

    /// <summary>To be offered, if it may be.</summary>
    private void Enlist(LineEntry entry)
    {
        if (entry.Waits && entry.Pool.Waiting.Add(entry))
        {
            Touch(entry.Pool);
        }
    }

    private void TakeOutOfLine(LineEntry entry)
    {
        inLine.Remove(entry.Work.Id);
        entry.Pool.Waiting.Remove(entry);
        entry.Line.Entries.Remove(entry);
        if (entry.Pool is PersonalPool own)
        {
            own.Entries--;
            ForgetIfEmpty(own);
        }

        ForgetIfOrphaned(entry.Line);
    }

    private void MakeOffer(Instant now, LineEntry entry, AgentState agent)
    {
        var reservation = entry.Work.Reservation;
        var offer = new Offer(new OfferId(nextOffer++), agent, entry, entry.Line.WrapUp) { Reserved = reservation is not null };
        var deadline = now + (reservation ?? agent.Snapshot.OfferTimeout);
        offers.Add(offer.Id, offer);
        entry.Offer = offer;
        entry.Pool.Waiting.Remove(entry);
        entry.Line.Offered++;
        agent.Offer = offer;
        Become(now, agent, AgentStatus.Offered, deadline);
        Tell(new AcdOutput.OfferMade(offer.Id, agent.Key, entry.Work, deadline));
    }

    private void Answer(Instant now, OfferId id, OfferOutcome outcome)
    {
        if (!offers.TryGetValue(id, out var offer))
        {
            Refuse(id.ToString(), "unknown-offer");
            return;
        }

        if (offer.Accepted)
        {
            Refuse(id.ToString(), "already-accepted");
            return;
        }

        switch (outcome)
        {
            case OfferOutcome.Accepted or OfferOutcome.Rejected or OfferOutcome.TimedOut when offer.Reserved:
                // Nobody can answer a phone that has not rung.
                Refuse(id.ToString(), "not-rung");
                break;
            case OfferOutcome.Accepted:
                Accept(now, offer);
                break;
            case OfferOutcome.Rejected when offer.Agent.Snapshot.MayReject:
                EndOffer(now, offer, OfferOutcome.Rejected, AgentStatus.OnBreak);
                break;
            case OfferOutcome.Rejected or OfferOutcome.TimedOut:
                EndOffer(now, offer, OfferOutcome.TimedOut, AgentStatus.OnBreak, timedOut: true);
                break;
            case OfferOutcome.Unreachable:
                EndOffer(now, offer, OfferOutcome.Unreachable, AgentStatus.Available, backOff: now + AcdLimits.UnreachableBackOff);
                break;
            default:
                EndOffer(now, offer, OfferOutcome.Withdrawn, AgentStatus.Available);
                break;
        }
    }

    /// <summary>The customer is there: the agent is rung, and for whoever comes next it is an offer like any other.</summary>
    private void RingReserved(Instant now, OfferId id)
    {
        if (!offers.TryGetValue(id, out var offer) || !offer.Reserved)
        {
            Refuse(id.ToString(), offer is null ? "unknown-offer" : "not-reserved");
            return;
        }

        offer.Reserved = false;
        offer.Entry.Work = offer.Entry.Work with { Reservation = null };
        SetDeadline(offer.Agent, now + offer.Agent.Snapshot.OfferTimeout);
    }

    private void Pause(Instant now, bool pause)
    {
        paused = pause;
        if (pause)
        {
            // In order of their ids: the order of what is told must not depend on how the dictionary keeps them.
            foreach (var offer in offers.Values.Where(o => o is { Accepted: false, Reserved: false }).OrderBy(o => o.Id.Value).ToList())
            {
                EndOffer(now, offer, OfferOutcome.Withdrawn, AgentStatus.Available);
            }
        }
    }

    private void Pause(Line line, bool pause)
    {
        line.Paused = pause;
        if (!pause)
        {
            Touch(line);
            foreach (var own in line.Personal?.Values.AsEnumerable() ?? [])
            {
                Touch(own);
            }
        }
    }

    private void Accept(Instant now, Offer offer)
    {
        var entry = offer.Entry;
        offer.Accepted = true;
        offer.AcceptedAt = now;
        entry.Offer = null;
        entry.Line.Offered--;
        TakeOutOfLine(entry);
        inService.Add(entry.Work.Id, offer);
        Become(now, offer.Agent, AgentStatus.Busy);
        LearnServiceStart(now, entry);
    }

    /// <summary>
    /// The offer is over without being accepted. The work is back in its place, except a callback whose time was up: whether that fails its
    /// attempt is not known here, and offering it on meanwhile would ring a second agent for a callback that may be delayed.
    /// </summary>
    private void EndOffer(
        Instant now, Offer offer, OfferOutcome outcome, AgentStatus then, bool timedOut = false, Instant? backOff = null)
    {
        var entry = offer.Entry;
        offers.Remove(offer.Id);
        entry.Offer = null;
        entry.Line.Offered--;
        offer.Agent.Offer = null;
        Tell(new AcdOutput.OfferEnded(offer.Id, offer.Agent.Key, entry.Work, outcome));
        if (timedOut && entry.Work.Id.Kind == WorkKind.Callback)
        {
            TakeOutOfLine(entry);
        }
        else
        {
            Enlist(entry);
        }

        Become(now, offer.Agent, then, then == AgentStatus.Available ? backOff : null);
    }
}
