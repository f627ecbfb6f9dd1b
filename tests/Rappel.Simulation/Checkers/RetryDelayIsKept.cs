using Rappel.Core.Callbacks;
using Rappel.Engine.Journal;

namespace Rappel.Simulation.Checkers;

/// <summary>After an attempt that was used up nothing is offered before the retry delay is over.</summary>
internal sealed class RetryDelayIsKept(Referee referee) : Checker(referee)
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

    public override void Crashed()
    {
        // What was decided and not on disk did not happen: only durable ends count across a crash, and those are issued again by recovery.
        _failed.Clear();
    }
}
