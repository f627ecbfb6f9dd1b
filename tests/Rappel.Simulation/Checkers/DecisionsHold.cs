using Rappel.Core.Callbacks;
using Rappel.Core.Calls;
using Rappel.Engine;
using Rappel.Engine.Journal;

namespace Rappel.Simulation.Checkers;

/// <summary>What an agent decided of a callback holds: a wrong number is never rung again, and whoever is to be called again at a time not before.</summary>
internal sealed class DecisionsHold(Referee referee) : Checker(referee)
{
    // Taken from the rows and not from the answers: the last of several that the engine recorded is what holds.
    private readonly Dictionary<long, CallbackDecision> _decided = [];
    private readonly Dictionary<long, CallbackDecision> _durable = [];
    private readonly HashSet<(long Callback, DecidedOutcome Outcome)> _written = [];

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
            case StoreRow.OfCallback({ } request):
                Note(_decided, request);
                break;
        }
    }

    public override void Durable(Instant now, StoreRow row)
    {
        if (row is StoreRow.OfCallback({ } request))
        {
            Note(_durable, request);
            if (request.Handling?.Decision is { } decision)
            {
                _written.Add((request.Id.Value, decision.Outcome));
            }
        }
    }

    /// <summary>What an agent is told was kept is on disk by then.</summary>
    public override void Decided(Instant now, CallbackId callback, DecidedOutcome? outcome)
    {
        if (outcome is { } told && !_written.Contains((callback.Value, told)))
        {
            Object(now, $"{callback} was answered as {told}, and no row on disk ever said so");
        }
    }

    /// <summary>What never came to the disk was never decided.</summary>
    public override void Crashed()
    {
        _decided.Clear();
        foreach (var (id, decision) in _durable)
        {
            _decided.Add(id, decision);
        }
    }

    /// <summary>Somebody wants it at another time.</summary>
    public override void Commanded(Instant now, EngineCommand command)
    {
        if (command is CallbackCommand.RetryNow or CallbackCommand.Reschedule)
        {
            var id = ((CallbackCommand)command).Callback.Value;
            _decided.Remove(id);
            _durable.Remove(id);
        }
    }

    private static void Note(Dictionary<long, CallbackDecision> decided, CallbackRequest request)
    {
        if (request is { Status: CallbackStatus.Connected, Handling.Decision: { } decision })
        {
            decided[request.Id.Value] = decision;
        }
        else if (request.Status is CallbackStatus.Connected or CallbackStatus.Dialling or CallbackStatus.Completed or CallbackStatus.Expired
            or CallbackStatus.Cancelled or CallbackStatus.Served)
        {
            // Taken back, ended, or another conversation: what was decided of the last one has been done.
            decided.Remove(request.Id.Value);
        }
    }
}
