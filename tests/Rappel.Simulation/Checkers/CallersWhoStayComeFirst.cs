using Rappel.Core.Acd;
using Rappel.Engine.Journal;

namespace Rappel.Simulation.Checkers;

/// <summary>
/// To an agent who serves both, a callback is not offered before a caller who stayed on hold and entered earlier, at the same priority, nor before
/// one whose queue goes before its own.
/// </summary>
internal sealed class CallersWhoStayComeFirst(Referee referee, LineWatch line) : Checker(referee)
{
    /// <summary>From the caller's last word to being in line, and from hanging up to being out of it.</summary>
    private static readonly TimeSpan Settles = TimeSpan.FromSeconds(12);

    private readonly Dictionary<string, Instant> _onlyWait = [];
    private readonly SortedDictionary<long, InteractionRow> _waiting = [];
    private readonly Dictionary<long, Instant> _queued = [];
    private readonly HashSet<long> _offered = [];

    public override void CallerOnlyWaits(string number) => _onlyWait[number] = TrueTime;

    public override void CallerLeft(Instant now, string number) => _onlyWait.Remove(number);

    public override void Issued(Instant now, StoreRow row)
    {
        switch (row)
        {
            case StoreRow.OfInteraction({ Kind: InteractionKind.Inbound, QueuedAt: not null, AnsweredAt: null, EndedAt: null } call):
                _waiting[call.Id.Value] = call;
                _queued.TryAdd(call.Id.Value, TrueTime);
                break;
            case StoreRow.OfInteraction({ Kind: InteractionKind.Inbound } call):
                _waiting.Remove(call.Id.Value);
                break;
            case StoreRow.OfOffer({ Kind: WorkKind.LiveCall, Outcome: null or OfferOutcome.Accepted } offer):
                _offered.Add(offer.Interaction.Value);
                break;
            case StoreRow.OfOffer({ Kind: WorkKind.LiveCall } offer):
                _offered.Remove(offer.Interaction.Value);
                break;
            case StoreRow.OfOffer({ Kind: WorkKind.Callback, Outcome: null, Callback: { } id } offer) when line.Find(id.Value) is { Handling: null } callback:
                Check(now, offer, callback.LinePlace);
                break;
        }
    }

    public override void Crashed()
    {
        _waiting.Clear();
        _queued.Clear();
        _offered.Clear();
        _onlyWait.Clear();
    }

    private void Check(Instant now, OfferRow offer, Instant place)
    {
        if (line.IsSettling || !Configuration.OutboundQueues.TryGetValue(offer.Queue, out var outbound))
        {
            return;
        }

        foreach (var call in _waiting.Values)
        {
            if (!_offered.Contains(call.Id.Value)
                && TrueTime - _queued[call.Id.Value] > Settles
                && call.Caller is { } number && _onlyWait.TryGetValue(number, out var since) && TrueTime - since > Settles
                && call.Queue is { } queue && Configuration.InboundQueues.TryGetValue(queue, out var inbound)
                && (inbound.Priority > outbound.Priority || (inbound.Priority == outbound.Priority && call.QueuedAt < place))
                && Serves(WorkKind.LiveCall, queue, offer.Agent))
            {
                Object(now, $"{offer.Callback} (place {place:T}) is offered to {offer.Agent} while a caller holds who came at {call.QueuedAt:T}");
            }
        }
    }
}
