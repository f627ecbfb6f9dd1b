using Rappel.Core.Callbacks;
using Rappel.Engine.Journal;

namespace Rappel.Simulation.Checkers;

/// <summary>Only the number of an open request is dialled: not one that has ended, however it ended, nor a number that was changed.</summary>
internal sealed class NobodyDialledInVain(Referee referee, SimStore store) : Checker(referee)
{
    /// <summary>A datagram may be under way for so long while the request ends behind it.</summary>
    private static readonly TimeSpan UnderWay = TimeSpan.FromSeconds(2);

    private readonly Dictionary<long, CallbackRequest> _durable = [];
    private readonly Dictionary<string, Instant> _given = [];
    private readonly HashSet<long> _ended = [];

    public override void Durable(Instant now, StoreRow row)
    {
        if (row is StoreRow.OfCallback(var callback))
        {
            var id = callback.Id.Value;
            if (_durable.TryGetValue(id, out var before) && (before.Number != callback.Number || (callback.IsFinal && !before.IsFinal)))
            {
                _given[before.Number] = TrueTime;
            }

            _durable[id] = callback;
        }
    }

    public override void Issued(Instant now, StoreRow row)
    {
        switch (row)
        {
            case StoreRow.OfCallback({ IsFinal: true } ended):
                _ended.Add(ended.Id.Value);
                break;
            case StoreRow.OfOffer({ Outcome: null, Callback: { } id } offer) when _ended.Contains(id.Value):
                Object(now, $"{id} is offered to {offer.Agent} and had ended");
                break;
        }
    }

    public override void Invited(Instant now, string number)
    {
        if (!store.OfNumber(number).Any(c => !c.IsFinal && c.Number == number)
            && !(_given.TryGetValue(number, out var left) && TrueTime - left < UnderWay))
        {
            Object(now, $"{number} is dialled and no open request has it");
        }
    }

    /// <summary>What was decided and not on disk did not happen.</summary>
    public override void Crashed() => _ended.Clear();
}
