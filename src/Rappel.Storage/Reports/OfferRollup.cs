using Rappel.Core.Acd;
using Rappel.Engine.Journal;

namespace Rappel.Storage.Reports;

/// <summary>What an offer gives the counts of its agent, and of its queue where a caller waited in it.</summary>
internal static class OfferRollup
{
    public static void Add(RollupChanges changes, OfferRow? offer, int sign)
    {
        if (offer is null)
        {
            return;
        }

        var slot = Slot.Of(offer.At);
        var all = new RollupKey(RollupTable.Agents, offer.Tenant.Value, slot, offer.Agent);
        foreach (var key in offer.Queue.Length > 0 ? [all, all with { Second = offer.Queue }] : (RollupKey[])[all])
        {
            changes.Add(key, (int)AgentCount.Offers, sign);
            if (offer.Outcome is { } outcome)
            {
                changes.Add(key, (int)Counter(outcome), sign);
            }
        }

        if (offer.Kind == WorkKind.LiveCall)
        {
            changes.Add(new RollupKey(RollupTable.Queues, offer.Tenant.Value, slot, offer.Queue), (int)QueueCount.Offers, sign);
        }
    }

    private static AgentCount Counter(OfferOutcome outcome) => outcome switch
    {
        OfferOutcome.Accepted => AgentCount.Accepted,
        OfferOutcome.Rejected => AgentCount.Rejected,
        OfferOutcome.TimedOut => AgentCount.TimedOut,
        OfferOutcome.Unreachable => AgentCount.Unreachable,
        _ => AgentCount.Withdrawn,
    };
}
