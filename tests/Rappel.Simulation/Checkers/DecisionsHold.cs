using Rappel.Core.Callbacks;
using Rappel.Core.Calls;
using Rappel.Engine;
using Rappel.Engine.Journal;

namespace Rappel.Simulation.Checkers;

/// <summary>What an agent decided of a callback holds: a wrong number is never rung again, and whoever is to be called again at a time not before.</summary>
internal sealed class DecisionsHold(Referee referee) : Checker(referee)
{
    private readonly Dictionary<long, (DecidedOutcome Outcome, Instant? At)> _decided = [];

    public override void Decided(Instant now, CallbackId callback, DecidedOutcome? outcome, Instant? at)
    {
        if (outcome is { } known)
        {
            _decided[callback.Value] = (known, at);
        }
        else
        {
            _decided.Remove(callback.Value);
        }
    }

    public override void Issued(Instant now, StoreRow row)
    {
        switch (row)
        {
            case StoreRow.OfOffer({ Outcome: null, Callback: { } id } offer) when _decided.TryGetValue(id.Value, out var decided):
                if (decided.Outcome == DecidedOutcome.WrongNumber)
                {
                    Object(now, $"{id}, a wrong number, is offered to {offer.Agent}");
                }
                else if (decided is { Outcome: DecidedOutcome.CallAgain, At: { } at } && now < at)
                {
                    Object(now, $"{id}, to be called again at {at:T}, is offered to {offer.Agent} at {now:T}");
                }

                break;
            case StoreRow.OfCallback({ Status: CallbackStatus.Completed or CallbackStatus.Expired or CallbackStatus.Cancelled or CallbackStatus.Served } ended):
                _decided.Remove(ended.Id.Value);
                break;

            // Another conversation: what was decided of the last one has been done.
            case StoreRow.OfCallback({ Status: CallbackStatus.Dialling } dialled):
                _decided.Remove(dialled.Id.Value);
                break;
        }
    }

    /// <summary>Somebody wants it at another time.</summary>
    public override void Commanded(Instant now, EngineCommand command)
    {
        if (command is CallbackCommand.RetryNow or CallbackCommand.Reschedule)
        {
            _decided.Remove(((CallbackCommand)command).Callback.Value);
        }
    }
}
