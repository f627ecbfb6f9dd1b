using Rappel.Core.Acd;
using Rappel.Core.Callbacks;
using Rappel.Core.Config;
using Rappel.Engine.Journal;

namespace Rappel.Simulation.Checkers;

/// <summary>Agent first: a customer is rung only for a request whose offer an agent has accepted.</summary>
internal sealed class AgentFirst(Referee referee, SimStore store) : Checker(referee)
{
    /// <summary>A datagram may be under way for so long while the request ends behind it.</summary>
    private static readonly TimeSpan UnderWay = TimeSpan.FromSeconds(2);

    private readonly HashSet<long> _accepted = [];
    private readonly Dictionary<string, Instant> _over = [];

    public override void Issued(Instant now, StoreRow row)
    {
        switch (row)
        {
            case StoreRow.OfCallback(var callback) when callback.Terms.RungFirst == RungFirst.Customer && callback.Status == CallbackStatus.Dialling:
                // An agent is reserved for this one; KeyBeforeAgent has the rest.
                _accepted.Add(callback.Id.Value);
                break;
            case StoreRow.OfOffer({ Outcome: OfferOutcome.Accepted, Callback: { } id }):
                _accepted.Add(id.Value);
                break;
            case StoreRow.OfCallback({ Status: not (CallbackStatus.Offering or CallbackStatus.Dialling or CallbackStatus.Connected) } callback):
                if (_accepted.Remove(callback.Id.Value))
                {
                    _over[callback.Number] = TrueTime;
                }

                break;
        }
    }

    public override void Invited(Instant now, string number)
    {
        var requests = store.OfNumber(number).Where(c => !c.IsFinal).ToList();
        if (!requests.Exists(c => _accepted.Contains(c.Id.Value)) && !(_over.TryGetValue(number, out var over) && TrueTime - over < UnderWay))
        {
            Object(now, $"{number} is rung, and no agent has accepted any of its {requests.Count} open requests");
        }
    }

    public override void Crashed()
    {
        // An INVITE that left just before the crash may ring just after it.
    }
}
