using Rappel.Core.Config;
using Rappel.Engine.Journal;

namespace Rappel.Simulation.Checkers;

/// <summary>Outside the outbound queue's hours nothing of it is offered.</summary>
internal sealed class NothingOutsideHours(Referee referee, ConfigurationSnapshot configuration) : Checker(referee)
{
    public override void Issued(Instant now, StoreRow row)
    {
        if (row is StoreRow.OfOffer({ Outcome: null, Callback: not null } offer)
            && !PlainHours.AreOpen(configuration, offer.Queue, now))
        {
            Object(now, $"{offer.Id} of {offer.Callback} is made while {offer.Queue} is closed");
        }
    }
}
