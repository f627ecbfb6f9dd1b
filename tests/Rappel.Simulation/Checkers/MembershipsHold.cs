using Rappel.Core.Acd;
using Rappel.Core.Calls;
using Rappel.Engine.Journal;

namespace Rappel.Simulation.Checkers;

/// <summary>Whoever a supervisor took out of a queue is not offered its work, over a crash and a new configuration too, unless it is theirs alone.</summary>
internal sealed class MembershipsHold(Referee referee, SimStore store) : Checker(referee)
{
    private readonly Dictionary<(WorkKind, string, string), bool> _changes = [];
    private readonly Dictionary<long, string?> _assigned = [];

    public override void Issued(Instant now, StoreRow row)
    {
        switch (row)
        {
            case StoreRow.OfMembership(var m):
                Follow(m);
                break;
            case StoreRow.OfCallback(var callback):
                _assigned[callback.Id.Value] = callback.Handling?.AssignedAgent;
                break;
            case StoreRow.OfOffer({ Outcome: null } offer) when Change(offer.Kind, offer.Queue, offer.Agent) is false:
                if (offer.Callback is not { } id || _assigned.GetValueOrDefault(id.Value) != offer.Agent)
                {
                    Object(now, $"{offer.Agent}, who was taken out of {offer.Queue}, is offered {offer.Id}");
                }

                break;
        }
    }

    public override void Restarted(Instant now)
    {
        _changes.Clear();
        foreach (var row in store.Memberships)
        {
            Follow(row);
        }

        foreach (var callback in store.Open)
        {
            _assigned[callback.Id.Value] = callback.Handling?.AssignedAgent;
        }
    }

    /// <summary>What a supervisor has made of it; null where it is as configured.</summary>
    public bool? Change(WorkKind kind, string queue, string agent) => _changes.TryGetValue((kind, queue, agent), out var enabled) ? enabled : null;

    private void Follow(MembershipRow m)
    {
        if (m.Removed)
        {
            _changes.Remove((m.Kind, m.Queue, m.Agent));
        }
        else
        {
            _changes[(m.Kind, m.Queue, m.Agent)] = m.Enabled;
        }
    }
}
