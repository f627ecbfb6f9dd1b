using Rappel.Core.Acd;
using Rappel.Core.Callbacks;
using Rappel.Engine.Journal;

namespace Rappel.Simulation.Checkers;

/// <summary>
/// The inbound interaction of a callback ends as diverted, in the very batch that carries the request, and never as abandoned; no agent is
/// offered it from then on.
/// </summary>
internal sealed class DivertedIsNotAbandoned(Referee referee) : Checker(referee)
{
    private readonly Dictionary<long, string?> _outcomes = [];
    private readonly List<CallbackRequest> _asked = [];

    private readonly HashSet<long> _ended = [];

    /// <summary>Diverted is gone: from that moment on no agent is asked to take the call.</summary>
    public override void Issued(Instant now, StoreRow row)
    {
        switch (row)
        {
            case StoreRow.OfInteraction({ Kind: InteractionKind.Inbound, EndedAt: not null } ended):
                _ended.Add(ended.Id.Value);
                break;
            case StoreRow.OfInteraction({ Kind: InteractionKind.Inbound } open):
                // The store would not have the request, and the caller waits on.
                _ended.Remove(open.Id.Value);
                break;
            case StoreRow.OfOffer({ Outcome: null, Kind: WorkKind.LiveCall } offer) when _ended.Contains(offer.Interaction.Value):
                Object(now, $"{offer.Interaction} had ended and is offered to {offer.Agent}");
                break;
        }
    }

    public override void Crashed() => _ended.Clear();

    public override void Durable(Instant now, StoreRow row)
    {
        switch (row)
        {
            case StoreRow.OfInteraction(var interaction) when interaction.Kind == InteractionKind.Inbound:
                _outcomes[interaction.Id.Value] = interaction.Outcome;
                break;
            case StoreRow.OfCallback({ Parent: not null, Revision: <= 1 } callback):
                _asked.Add(callback);
                break;
        }
    }

    public override void AtTheEnd(Instant now, Rappel.Engine.LiveView? view)
    {
        foreach (var callback in _asked)
        {
            var outcome = _outcomes.GetValueOrDefault(callback.Parent!.Value.Value);
            if (outcome != "diverted: callback")
            {
                Object(now, $"the call that asked for {callback.Id} ended as {outcome ?? "nothing"}");
            }
        }
    }
}
