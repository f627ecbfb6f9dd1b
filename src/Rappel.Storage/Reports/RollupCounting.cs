using Rappel.Engine.Journal;

namespace Rappel.Storage.Reports;

/// <summary>
/// Keeps the counts the sum of what each row gives: for every row that is written, what the row it replaces gave is taken away and what it
/// gives itself is added. So it does not matter how often a row is written, or what it was before; and as the counts are written in the same
/// transaction as the rows, no crash can part the two.
/// </summary>
public static class RollupCounting
{
    /// <summary>To be called before the row is written.</summary>
    public static void Count(RollupChanges changes, StoreRow row, IStoredRows before)
    {
        switch (row)
        {
            case StoreRow.OfInteraction { Interaction: var now }:
                var was = before.Interaction(now.Tenant, now.Id);
                if (was != now)
                {
                    Add(changes, was, -1);
                    Add(changes, now, +1);
                }

                break;
            case StoreRow.OfQueueStay { Stay: var stay }:
                QueueRollup.Add(changes, before.Stay(stay), -1);
                QueueRollup.Add(changes, stay, +1);
                break;
            case StoreRow.OfOffer { Offer: var offer }:
                OfferRollup.Add(changes, before.Offer(offer.Tenant, offer.Id), -1);
                OfferRollup.Add(changes, offer, +1);
                break;
            case StoreRow.OfAttempt attempt:
                CallbackRollup.Add(changes, before.Attempt(attempt.Tenant, attempt.Attempt.Callback, attempt.Attempt.Serial), -1);
                CallbackRollup.Add(changes, attempt, +1);
                break;
            case StoreRow.OfCallback { Callback: var request }:
                var earlier = before.Callback(request.Tenant, request.Id);
                if (earlier is null || request.Revision >= earlier.Revision)
                {
                    CallbackRollup.Add(changes, earlier, -1);
                    CallbackRollup.Add(changes, request, +1);
                }

                break;
            case StoreRow.OfAgent { Agent: var agent }:
                AgentStatusRollup.Add(changes, before.Agent(agent.Tenant, agent.Agent), agent);
                break;
            case StoreRow.OfScriptSteps { Steps: var steps }:
                ScriptRollup.Add(changes, steps);
                break;
        }
    }

    /// <summary>All that an interaction gives; nothing for none.</summary>
    public static void Add(RollupChanges changes, InteractionRow? row, int sign)
    {
        if (row is not null)
        {
            QueueRollup.Add(changes, row, sign);
            ChannelRollup.Add(changes, row, sign);
            AgentWorkRollup.Add(changes, row, sign);
            CallbackRollup.Add(changes, row, sign);
        }
    }

    /// <summary>Milliseconds from one moment to another; never less than none.</summary>
    internal static long Milliseconds(Instant from, Instant to) => Math.Max(0, (to - from).Ticks / TimeSpan.TicksPerMillisecond);
}
