using Rappel.Core.Callbacks;
using Rappel.Core.Calls;
using Rappel.Engine;
using Rappel.Engine.Journal;

namespace Rappel.Simulation.Checkers;

/// <summary>After an attempt that was used up nothing is offered before the retry delay is over.</summary>
internal sealed class RetryDelayIsKept(Referee referee, SimStore store) : Checker(referee)
{
    private readonly Dictionary<long, CallbackRequest> _callbacks = [];
    private readonly Dictionary<long, Instant> _failed = [];

    public override void Issued(Instant now, StoreRow row)
    {
        switch (row)
        {
            case StoreRow.OfCallback(var callback):
                _callbacks[callback.Id.Value] = callback;
                break;
            case StoreRow.OfAttempt(_, { UsesAttempt: true, EndedAt: { } ended, Outcome: not AttemptOutcome.Connected } attempt):
                _failed[attempt.Callback.Value] = ended;
                break;
            case StoreRow.OfOffer({ Outcome: null, Callback: { } id }) when _failed.TryGetValue(id.Value, out var failed):
                if (_callbacks.TryGetValue(id.Value, out var offered) && now < failed + offered.Terms.RetryDelay)
                {
                    Object(now, $"{id} is offered {(now - failed).TotalSeconds:0.0} s after a failed attempt, its delay is {offered.Terms.RetryDelay.TotalSeconds:0} s");
                }

                break;
        }
    }

    /// <summary>Somebody wants it now.</summary>
    public override void Commanded(Instant now, EngineCommand command)
    {
        if (Hurried(command) is { } id)
        {
            _failed.Remove(id.Value);
        }
    }

    /// <summary>What was decided and not on disk did not happen; what is on disk counts across the crash.</summary>
    public override void Restarted(Instant now)
    {
        _failed.Clear();
        foreach (var callback in store.Open)
        {
            _callbacks[callback.Id.Value] = callback;
            if (callback.Status == CallbackStatus.Delayed && callback.AttemptsBegun > 0
                && store.Attempts.TryGetValue((callback.Id.Value, callback.AttemptsBegun), out var last) && last is { UsesAttempt: true, EndedAt: { } ended })
            {
                _failed[callback.Id.Value] = ended;
            }
        }
    }

    private static CallbackId? Hurried(EngineCommand command) => command is CallbackCommand.RetryNow or CallbackCommand.Reschedule ? ((CallbackCommand)command).Callback : null;
}
