using Rappel.Core.Acd;
using Rappel.Core.Callbacks;
using Rappel.Engine.Journal;

namespace Rappel.Simulation.Checkers;

/// <summary>
/// A live caller who entered later is not offered before a callback whose caller entered earlier, at the same priority, by an agent who
/// serves both. Whoever has taken the held place of a callback stands where that stood.
/// </summary>
internal sealed class CallersKeepTheirPlace(Referee referee, LineWatch line) : Checker(referee)
{
    private readonly Dictionary<long, Instant> _queued = [];
    private readonly Dictionary<string, Instant> _places = [];
    private readonly Dictionary<string, Instant> _taken = [];

    public override void Issued(Instant now, StoreRow row)
    {
        switch (row)
        {
            case StoreRow.OfInteraction(var interaction):
                // Whom an agent handed over stands where they stood before, whoever had them since; whom one dialled, since they were called.
                var own = interaction.Kind == InteractionKind.Direct ? interaction.StartedAt : interaction.QueuedAt;
                var before = interaction.Parent is { } parent && _queued.TryGetValue(parent.Value, out var at) ? at : (Instant?)null;
                if ((before < own ? before : own ?? before) is { } first)
                {
                    _queued[interaction.Id.Value] = first;
                }

                break;
            case StoreRow.OfCallback(var callback):
                _places[callback.Id.ToString()] = callback.LinePlace;
                break;
            case StoreRow.OfJournal({ Event: "place-taken", Detail: { } interaction } entry) when _places.TryGetValue(entry.Subject, out var held):
                _taken[interaction] = held;
                break;
            case StoreRow.OfOffer({ Outcome: null, Kind: WorkKind.LiveCall } offer) when _queued.TryGetValue(offer.Interaction.Value, out var place):
                Check(now, offer, _taken.TryGetValue(offer.Interaction.ToString(), out var earlier) && earlier < place ? earlier : place);
                break;
        }
    }

    public override void Crashed() => _queued.Clear();

    private void Check(Instant now, OfferRow offer, Instant place)
    {
        if (!Configuration.InboundQueues.TryGetValue(offer.Queue, out var inbound))
        {
            return;
        }

        foreach (var queue in Configuration.OutboundQueues.Values)
        {
            if (queue.Priority < inbound.Priority || !Serves(WorkKind.Callback, queue.Key, offer.Agent))
            {
                continue;
            }

            foreach (var callback in line.InLine(queue.Key, offer.Agent, now))
            {
                if (queue.Priority > inbound.Priority || callback.LinePlace < place)
                {
                    // Two offers of one turn come one after the other: it may be offered to somebody else in the same.
                    var waits = callback.Id;
                    After(TimeSpan.Zero, () =>
                    {
                        if (line.Find(waits.Value) is { Status: CallbackStatus.Waiting })
                        {
                            Object(now, $"a caller with place {place:T} is offered to {offer.Agent} while {waits} (place {callback.LinePlace:T}) waits in {queue.Key}");
                        }
                    });
                }
            }
        }
    }
}
