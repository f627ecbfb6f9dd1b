using Rappel.Core.Callbacks;
using Rappel.Engine.Journal;

namespace Rappel.Simulation.Checkers;

/// <summary>Outside the outbound queue's hours, on the clocks of the customer's zone where it is known, nothing of it is offered.</summary>
internal sealed class NothingOutsideHours(Referee referee) : Checker(referee)
{
    private readonly Dictionary<long, CallbackRequest> _callbacks = [];

    public override void Issued(Instant now, StoreRow row)
    {
        if (row is StoreRow.OfCallback(var callback))
        {
            _callbacks[callback.Id.Value] = callback;
        }
        else if (row is StoreRow.OfOffer({ Outcome: null, Callback: { } id } offer)
            && _callbacks.TryGetValue(id.Value, out var offered)
            && offered.Status != CallbackStatus.Dialling // Customer first: on the line already, and waiting for an agent.
            && PlainHours.At(Configuration, offer.Queue, offered.TimeZone, now) == PlainHours.Reading.Closed)
        {
            Object(now, $"{offer.Id} of {id} is made while {offer.Queue} is closed");
        }
    }
}
