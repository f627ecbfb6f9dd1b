using Rappel.Core.Callbacks;
using Rappel.Engine.Journal;

namespace Rappel.Simulation.Checkers;

/// <summary>A callback keeps its caller's place: the place is when the caller entered the queue, it never changes, and nobody with a later place is offered while it waits.</summary>
internal sealed class CallbackKeepsItsPlace(Referee referee) : Checker(referee)
{
    /// <summary>A request enters the line when its caller has hung up; the closing prompt is shorter than this.</summary>
    private static readonly TimeSpan ClosingPrompt = TimeSpan.FromSeconds(60);

    private readonly Dictionary<long, CallbackRequest> _all = [];
    private readonly SortedDictionary<long, CallbackRequest> _waiting = [];
    private readonly Dictionary<long, Instant> _entered = [];

    public override void Issued(Instant now, StoreRow row)
    {
        if (row is StoreRow.OfInteraction({ Kind: InteractionKind.Inbound } interaction))
        {
            _entered[interaction.Id.Value] = interaction.QueuedAt ?? interaction.StartedAt;
        }
        else if (row is StoreRow.OfCallback(var callback))
        {
            if (callback.Parent is { } parent && _entered.TryGetValue(parent.Value, out var entered) && callback.Place != entered)
            {
                Object(now, $"{callback.Id} has place {callback.Place:T}, its caller entered the queue at {entered:T}");
            }

            if (_all.TryGetValue(callback.Id.Value, out var before) && before.Place != callback.Place)
            {
                Object(now, $"the place of {callback.Id} went from {before.Place:u} to {callback.Place:u}");
            }

            _all[callback.Id.Value] = callback;
            if (callback.Status == CallbackStatus.Waiting)
            {
                _waiting[callback.Id.Value] = callback;
            }
            else
            {
                _waiting.Remove(callback.Id.Value);
            }
        }
        else if (row is StoreRow.OfOffer({ Outcome: null, Callback: { } offered }) && _all.TryGetValue(offered.Value, out var first))
        {
            foreach (var other in _waiting.Values)
            {
                if (other.Id != first.Id && other.Terms.Queue == first.Terms.Queue && other.Place < first.Place && now - other.RequestedAt > ClosingPrompt)
                {
                    Object(now, $"{first.Id} (place {first.Place:T}) is offered while {other.Id} (place {other.Place:T}) waits");
                }
            }
        }
    }

    public override void Crashed()
    {
        _waiting.Clear();
        _all.Clear();
    }
}
