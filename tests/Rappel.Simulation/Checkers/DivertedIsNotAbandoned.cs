using Rappel.Core.Callbacks;
using Rappel.Engine.Journal;

namespace Rappel.Simulation.Checkers;

/// <summary>The inbound interaction of a callback ends as diverted, in the very batch that carries the request, and never as abandoned.</summary>
internal sealed class DivertedIsNotAbandoned(Referee referee) : Checker(referee)
{
    private readonly Dictionary<long, string?> _outcomes = [];
    private readonly List<CallbackRequest> _asked = [];

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
