using Rappel.Core.Callbacks;
using Rappel.Engine;
using Rappel.Engine.Journal;

namespace Rappel.Simulation.Checkers;

/// <summary>An attempt ends in exactly one outcome, and no request uses more attempts than it has.</summary>
internal sealed class OneOutcomePerAttempt(Referee referee, SimStore store) : Checker(referee)
{
    private readonly Dictionary<(long, int), AttemptOutcome> _ended = [];

    public override void Durable(Instant now, StoreRow row)
    {
        if (row is StoreRow.OfCallback(var callback) && callback.AttemptsUsed > callback.Terms.Attempts)
        {
            Object(now, $"{callback.Id} used {callback.AttemptsUsed} of {callback.Terms.Attempts} attempts");
        }

        if (row is not StoreRow.OfAttempt(_, var attempt))
        {
            return;
        }

        var key = (attempt.Callback.Value, attempt.Serial);
        if (_ended.TryGetValue(key, out var before) && attempt.Outcome != before)
        {
            Object(now, $"attempt {attempt.Serial} of {attempt.Callback} had ended as {before} and is now {attempt.Outcome}");
        }
        else if (attempt.Outcome is { } outcome)
        {
            _ended[key] = outcome;
        }
    }

    public override void AtTheEnd(Instant now, LiveView? view)
    {
        foreach (var attempt in store.Attempts.Values.Where(a => a.Outcome is null))
        {
            Object(now, $"attempt {attempt.Serial} of {attempt.Callback} never ended");
        }

        var counted = store.Attempts.Values.Where(a => a.UsesAttempt).CountBy(a => a.Callback).ToDictionary();
        foreach (var callback in store.Callbacks.Values)
        {
            var used = counted.GetValueOrDefault(callback.Id);
            if (used != callback.AttemptsUsed)
            {
                Object(now, $"{callback.Id} says {callback.AttemptsUsed} attempts used, its attempts say {used}");
            }
        }
    }
}
