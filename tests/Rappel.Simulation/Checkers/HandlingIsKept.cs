using Rappel.Core.Callbacks;
using Rappel.Engine.Journal;

namespace Rappel.Simulation.Checkers;

/// <summary>What people decided about a request holds: one that is held is not offered, one for a window only in it, one for an agent to nobody else.</summary>
internal sealed class HandlingIsKept(Referee referee) : Checker(referee)
{
    private readonly Dictionary<long, CallbackRequest> _callbacks = [];

    /// <summary>Windows that have begun: they do not begin again where the clock is set back.</summary>
    private readonly HashSet<(long Callback, CallbackWindow Window)> _begun = [];

    public override void Issued(Instant now, StoreRow row)
    {
        switch (row)
        {
            case StoreRow.OfCallback(var callback):
                _callbacks[callback.Id.Value] = callback;
                if (callback.Handling?.Window is { } begins && now >= begins.From)
                {
                    _begun.Add((callback.Id.Value, begins));
                }

                break;
            case StoreRow.OfOffer({ Outcome: null, Callback: { } id } offer) when _callbacks.TryGetValue(id.Value, out var callback) && callback.Status != CallbackStatus.Dialling:
                Check(now, offer, callback);
                break;
        }
    }

    public override void Crashed() => _callbacks.Clear();

    private void Check(Instant now, OfferRow offer, CallbackRequest callback)
    {
        if (callback.Handling?.HeldBecause is not null)
        {
            Object(now, $"{callback.Id} is offered to {offer.Agent} while it is held: {callback.Handling!.HeldBecause}");
        }

        if (callback.Handling?.Window is { } window && ((now < window.From && !_begun.Contains((callback.Id.Value, window))) || now >= window.Until))
        {
            Object(now, $"{callback.Id} is offered outside its window of {window.From:u} to {window.Until:u}");
        }

        if (callback.Handling?.AssignedAgent is { } agent && agent != offer.Agent)
        {
            Object(now, $"{callback.Id}, which is for {agent}, is offered to {offer.Agent}");
        }
    }
}
