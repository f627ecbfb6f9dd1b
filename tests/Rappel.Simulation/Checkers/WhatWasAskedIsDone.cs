using Rappel.Core.Callbacks;
using Rappel.Core.Calls;
using Rappel.Engine;
using Rappel.Engine.Journal;

namespace Rappel.Simulation.Checkers;

/// <summary>A command that was answered as done is done for good: what was cancelled is not offered again, though it was being dialled.</summary>
internal sealed class WhatWasAskedIsDone(Referee referee) : Checker(referee)
{
    private readonly HashSet<CallbackId> _cancelled = [];

    /// <summary>Customer first: whoever is on the line already waits for the next agent, and is not cut off.</summary>
    private readonly HashSet<CallbackId> _dialling = [];

    public override void Obeyed(Instant now, EngineCommand command)
    {
        if (command is EngineCommand.CancelCallback cancel)
        {
            _cancelled.Add(cancel.Callback);
        }
    }

    public override void Issued(Instant now, StoreRow row)
    {
        if (row is StoreRow.OfCallback(var changed))
        {
            _ = changed.Status == CallbackStatus.Dialling ? _dialling.Add(changed.Id) : _dialling.Remove(changed.Id);
        }

        switch (row)
        {
            // The customer asked again while the phone rang: it stands.
            case StoreRow.OfCallback({ IsFinal: false, EndReason: null } callback):
                _cancelled.Remove(callback.Id);
                break;
            case StoreRow.OfOffer({ Outcome: null, Callback: { } id } offer) when _cancelled.Contains(id) && !_dialling.Contains(id):
                Object(now, $"{id} was cancelled and is offered to {offer.Agent}");
                break;
        }
    }
}
