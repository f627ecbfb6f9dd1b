using Rappel.Core.Calls;
using Rappel.Engine.Journal;

namespace Rappel.Simulation.Checkers;

/// <summary>One open request per number and outbound queue.</summary>
internal sealed class OneOpenRequestPerNumber(Referee referee) : Checker(referee)
{
    private readonly Dictionary<(string Number, string Queue), CallbackId> _open = [];

    private readonly Dictionary<long, (string Number, string Queue)> _keys = [];

    public override void Durable(Instant now, StoreRow row)
    {
        if (row is not StoreRow.OfCallback(var callback))
        {
            return;
        }

        var key = (callback.Number, callback.Terms.Queue);
        if (_keys.TryGetValue(callback.Id.Value, out var before) && before != key && _open.GetValueOrDefault(before) == callback.Id)
        {
            _open.Remove(before); // Its number or its queue was changed.
        }

        _keys[callback.Id.Value] = key;
        if (callback.IsFinal)
        {
            if (_open.GetValueOrDefault(key) == callback.Id)
            {
                _open.Remove(key);
            }
        }
        else if (!_open.TryAdd(key, callback.Id) && _open[key] != callback.Id)
        {
            Object(now, $"{callback.Id} and {_open[key]} are both open for {callback.Number}");
        }
    }
}
