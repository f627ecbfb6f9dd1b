using Rappel.Core.Acd;
using Rappel.Engine.Journal;

namespace Rappel.Simulation.Checkers;

/// <summary>Whoever an agent puts back in line, or takes to a queue, stands where they stood first: those who came later are not offered one after another before them.</summary>
internal sealed class HandedOverKeepTheirPlace(Referee referee) : Checker(referee)
{
    /// <summary>One who is just then asked for a key, or rung at an agent's, is passed over.</summary>
    private const int Overtaking = 6;

    private readonly Dictionary<long, Instant> _places = [];
    private readonly Dictionary<long, Waiting> _back = [];

    public override void Issued(Instant now, StoreRow row)
    {
        switch (row)
        {
            // Over, or out of the line by the caller's own choice.
            case StoreRow.OfInteraction(var gone) when gone is { EndedAt: not null } or { AnsweredAt: not null } or { LeftQueueAt: not null }:
                _back.Remove(gone.Id.Value);
                break;
            case StoreRow.OfInteraction({ QueuedAt: { } queued, Kind: InteractionKind.Inbound } interaction):
                var parent = interaction.Parent is { } id && _places.TryGetValue(id.Value, out var earlier) ? earlier : (Instant?)null;
                _places[interaction.Id.Value] = parent < queued ? parent.Value : queued;
                if (parent is not null && interaction.AnsweredAt is null && interaction.Agent is null)
                {
                    _back.TryAdd(interaction.Id.Value, new Waiting(interaction.Queue!, parent.Value));
                }

                break;
            case StoreRow.OfInteraction({ Kind: InteractionKind.Direct, Parent: { } before } part) when _places.TryGetValue(before.Value, out var place):
                // In the hands of somebody to whom an agent gave them.
                _places[part.Id.Value] = place;
                break;
            case StoreRow.OfOffer({ Outcome: null, Kind: WorkKind.LiveCall } offer):
                _back.Remove(offer.Interaction.Value);
                Overtake(now, offer);
                break;
        }
    }

    public override void Crashed()
    {
        _places.Clear();
        _back.Clear();
    }

    private void Overtake(Instant now, OfferRow offer)
    {
        if (!_places.TryGetValue(offer.Interaction.Value, out var place))
        {
            return;
        }

        foreach (var (waiting, at) in _back)
        {
            if (at.Queue == offer.Queue && at.Place < place && at.Overtaken.Add(offer.Interaction.Value) && at.Overtaken.Count == Overtaking)
            {
                Object(now, $"i-{waiting}, handed over, is overtaken by {Overtaking} who came later");
            }
        }
    }

    private sealed record Waiting(string Queue, Instant Place)
    {
        public HashSet<long> Overtaken { get; } = [];
    }
}
