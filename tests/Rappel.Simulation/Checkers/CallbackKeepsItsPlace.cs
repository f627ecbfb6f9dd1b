using Rappel.Core.Callbacks;
using Rappel.Engine.Journal;

namespace Rappel.Simulation.Checkers;

/// <summary>
/// A callback keeps its caller's place: the place is when the caller entered the queue, it never changes but by a supervisor's hand, and
/// nobody with a later place in the same queue is offered while it waits.
/// </summary>
internal sealed class CallbackKeepsItsPlace(Referee referee, LineWatch line) : Checker(referee)
{
    private readonly Dictionary<long, Instant> _places = [];
    private readonly Dictionary<long, Instant> _entered = [];

    public override void Issued(Instant now, StoreRow row)
    {
        switch (row)
        {
            case StoreRow.OfInteraction({ Kind: InteractionKind.Inbound } interaction):
                _entered[interaction.Id.Value] = interaction.QueuedAt ?? interaction.StartedAt;
                break;
            case StoreRow.OfCallback(var callback):
                Check(now, callback);
                break;
            case StoreRow.OfOffer({ Outcome: null, Callback: { } id } offer) when line.Find(id.Value) is { Status: not CallbackStatus.Dialling } first:
                foreach (var other in line.InLine(offer.Queue, offer.Agent, now))
                {
                    if (other.Id != first.Id && other.LinePlace < first.LinePlace)
                    {
                        Object(now, $"{first.Id} (place {first.LinePlace:T}) is offered while {other.Id} (place {other.LinePlace:T}) waits");
                    }
                }

                break;
        }
    }

    public override void Crashed() => _places.Clear();

    private void Check(Instant now, CallbackRequest callback)
    {
        if (callback.Parent is { } parent && _entered.TryGetValue(parent.Value, out var entered) && callback.Place != entered)
        {
            Object(now, $"{callback.Id} has place {callback.Place:T}, its caller entered the queue at {entered:T}");
        }

        if (_places.TryGetValue(callback.Id.Value, out var before) && before != callback.Place)
        {
            Object(now, $"the place of {callback.Id} went from {before:u} to {callback.Place:u}");
        }

        _places[callback.Id.Value] = callback.Place;
    }
}
