using Rappel.Core.Callbacks;
using Rappel.Core.Config;
using Rappel.Engine.Journal;

namespace Rappel.Simulation.Checkers;

/// <summary>Customer first: an agent's phone rings for a callback only once its customer has pressed the key, and no more once the customer is gone.</summary>
internal sealed class KeyBeforeAgent(Referee referee, SimStore store) : Checker(referee)
{
    private static readonly TimeSpan Arrives = TimeSpan.FromSeconds(12);

    /// <summary>An INVITE that left just before the process died may arrive so much later.</summary>
    private static readonly TimeSpan UnderWay = TimeSpan.FromSeconds(2);

    private Instant _crashed = Instant.MinValue;
    private readonly HashSet<string> _pressed = [];
    private readonly Dictionary<string, Instant> _gone = [];
    private readonly SortedDictionary<long, OfferRow> _open = [];

    /// <summary>Open requests that ring an agent first, those not on disk yet too: an agent may be rung for one of them.</summary>
    private readonly Dictionary<long, string> _agentFirst = [];

    public override void CustomerPressed(Instant now, string number) => _pressed.Add(number);

    public override void AgentRung(Instant now, string agent, string number, string display)
    {
        if (TrueTime - _crashed < UnderWay)
        {
            return;
        }

        if (!display.StartsWith("Rappel", StringComparison.Ordinal) && !display.StartsWith("Callback", StringComparison.Ordinal))
        {
            return;
        }

        var requests = store.OfNumber(number).Where(c => !c.IsFinal && c.Number == number).ToList();
        var waits = _gone.TryGetValue(number, out var left) ? TrueTime - left < Arrives : _pressed.Contains(number);
        if (requests.Count > 0 && requests.TrueForAll(c => c.Terms.RungFirst == RungFirst.Customer) && !_agentFirst.ContainsValue(number) && !waits)
        {
            Object(now, $"{agent} is rung for {number}, who {(left == default ? "has pressed nothing" : "left")}");
        }
    }

    public override void CustomerLeft(Instant now, string number)
    {
        _pressed.Remove(number);
        var left = TrueTime;
        _gone[number] = left;
        var ids = store.OfNumber(number).Where(c => c.Number == number && c.Status == CallbackStatus.Dialling && c.Terms.RungFirst == RungFirst.Customer).Select(c => c.Id).ToHashSet();
        var offers = _open.Values.Where(o => ids.Contains(o.Callback!.Value)).Select(o => o.Id.Value).ToList();
        After(Arrives, () =>
        {
            // Who was rung again meanwhile is held for the next attempt, which may have begun as the one before ended.
            foreach (var offer in offers.Where(o => _open.ContainsKey(o) && _gone.GetValueOrDefault(number) == left))
            {
                Object(now, $"{_open[offer].Agent} is still held for {number}, who left {Arrives.TotalSeconds:0} s ago");
            }
        });
    }

    public override void Rung(Instant now, string number)
    {
        _pressed.Remove(number);
        _gone.Remove(number);
    }

    public override void Issued(Instant now, StoreRow row)
    {
        if (row is StoreRow.OfCallback({ Terms.RungFirst: RungFirst.Agent } callback))
        {
            if (callback.IsFinal)
            {
                _agentFirst.Remove(callback.Id.Value);
            }
            else
            {
                _agentFirst[callback.Id.Value] = callback.Number;
            }
        }

        if (row is StoreRow.OfOffer({ Callback: not null } offer))
        {
            if (offer.Outcome is null)
            {
                _open[offer.Id.Value] = offer;
            }
            else
            {
                _open.Remove(offer.Id.Value);
            }
        }
    }

    public override void Crashed()
    {
        _crashed = TrueTime;
        _open.Clear();
        _agentFirst.Clear();
        _pressed.Clear();
        _gone.Clear();
    }
}
