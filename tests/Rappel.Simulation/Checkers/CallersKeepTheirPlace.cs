using Rappel.Core.Acd;
using Rappel.Core.Callbacks;
using Rappel.Core.Config;
using Rappel.Engine.Journal;

namespace Rappel.Simulation.Checkers;

/// <summary>A live caller who entered later is not offered before a callback whose caller entered earlier, at the same priority.</summary>
internal sealed class CallersKeepTheirPlace(Referee referee, ConfigurationSnapshot configuration) : Checker(referee)
{
    private static readonly TimeSpan ClosingPrompt = TimeSpan.FromSeconds(60);

    private readonly SortedDictionary<long, CallbackRequest> _waiting = [];
    private readonly Dictionary<long, Instant> _queued = [];

    public override void Issued(Instant now, StoreRow row)
    {
        switch (row)
        {
            case StoreRow.OfCallback({ Status: CallbackStatus.Waiting } waiting):
                _waiting[waiting.Id.Value] = waiting;
                break;
            case StoreRow.OfCallback(var other):
                _waiting.Remove(other.Id.Value);
                break;
            case StoreRow.OfInteraction({ QueuedAt: { } at } interaction):
                _queued[interaction.Id.Value] = at;
                break;
            case StoreRow.OfOffer({ Outcome: null, Kind: WorkKind.LiveCall } offer) when _queued.TryGetValue(offer.Interaction.Value, out var place):
                foreach (var callback in _waiting.Values.Where(c => c.InboundQueue == offer.Queue && c.Place < place && now - c.RequestedAt > ClosingPrompt))
                {
                    if (!PlainHours.AreOpen(configuration, callback.Terms.Queue, now))
                    {
                        continue;
                    }

                    Object(now, $"a caller with place {place:T} is offered while {callback.Id} (place {callback.Place:T}) waits");
                }

                break;
        }
    }

    public override void Crashed()
    {
        _waiting.Clear();
        _queued.Clear();
    }
}
