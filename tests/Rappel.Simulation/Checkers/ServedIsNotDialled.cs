using Rappel.Core.Callbacks;
using Rappel.Engine.Journal;

namespace Rappel.Simulation.Checkers;

/// <summary>
/// Whoever reached an agent of the paired queue anyway is not called back: what was open for that number when the agent took the call begins
/// no further offer.
/// </summary>
internal sealed class ServedIsNotDialled(Referee referee) : Checker(referee)
{
    private readonly Dictionary<long, CallbackRequest> _open = [];
    private readonly Dictionary<string, SortedSet<long>> _byNumber = [];
    private readonly HashSet<long> _served = [];
    private readonly HashSet<long> _answered = [];

    public override void Issued(Instant now, StoreRow row)
    {
        switch (row)
        {
            case StoreRow.OfCallback(var callback):
                Follow(callback);
                break;
            case StoreRow.OfInteraction({ Kind: InteractionKind.Inbound, Outcome: null or "answered", Agent: { } agent, Queue: { } queue, Caller: { } caller } call)
                when _answered.Add(call.Id.Value):
                Serve(queue, caller, agent, hasWaited: call.QueuedAt is not null);
                break;
            case StoreRow.OfOffer({ Outcome: null, Callback: { } id } offer) when _served.Contains(id.Value) && _open.GetValueOrDefault(id.Value)?.Status != CallbackStatus.Dialling:
                Object(now, $"{id} is offered to {offer.Agent} although its customer has talked to an agent since");
                break;
        }
    }

    public override void Crashed()
    {
        _open.Clear();
        _byNumber.Clear();
        _served.Clear();
    }

    private void Follow(CallbackRequest callback)
    {
        var id = callback.Id.Value;
        if (_open.Remove(id, out var before))
        {
            _byNumber[before.Number].Remove(id);
        }

        if (callback.IsFinal)
        {
            _served.Remove(id);
            return;
        }

        _open[id] = callback;
        if (!_byNumber.TryGetValue(callback.Number, out var ids))
        {
            _byNumber.Add(callback.Number, ids = []);
        }

        ids.Add(id);
    }

    private void Serve(string queue, string caller, string agent, bool hasWaited)
    {
        // The operator, say, to whom callers are forwarded, serves no callbacks; and a colleague who is given somebody who was called back may not.
        if (Configuration.InboundQueues.GetValueOrDefault(queue) is { OutboundQueue: { } paired } inbound
            && inbound.Members.Any(m => m.Agent == agent && m.Enabled)
            && (hasWaited || Configuration.OutboundQueues.GetValueOrDefault(paired)?.Members.Any(m => m.Agent == agent && m.Enabled) == true)
            && _byNumber.TryGetValue(caller, out var ids))
        {
            // One that is being dialled in this moment goes on; whether it ends well is told later.
            _served.UnionWith(ids.Where(id => _open[id] is { } open && open.Terms.Queue == paired && open.Status is not CallbackStatus.Connected));
        }
    }
}
