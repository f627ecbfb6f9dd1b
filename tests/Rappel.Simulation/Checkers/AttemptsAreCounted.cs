using Rappel.Core.Acd;
using Rappel.Core.Callbacks;
using Rappel.Engine.Journal;

namespace Rappel.Simulation.Checkers;

/// <summary>What an attempt costs is decided by how it ended and by nothing else: the table of the rules, written down a second time.</summary>
internal sealed class AttemptsAreCounted(Referee referee) : Checker(referee)
{
    private readonly Dictionary<long, bool> _agentCounts = [];
    private readonly Dictionary<long, OfferOutcome?> _offers = [];
    private readonly Dictionary<long, int> _trunkFailures = [];
    private readonly HashSet<(long, int)> _seen = [];

    public override void Issued(Instant now, StoreRow row)
    {
        switch (row)
        {
            case StoreRow.OfCallback(var callback):
                _agentCounts[callback.Id.Value] = callback.Terms.AgentNoAnswerUsesAttempt;
                break;
            case StoreRow.OfOffer({ Callback: { } id } offer):
                _offers[id.Value] = offer.Outcome;
                break;
            case StoreRow.OfAttempt(_, { Outcome: { } outcome } attempt) when _seen.Add((attempt.Callback.Value, attempt.Serial)):
                Check(now, attempt, outcome);
                break;
        }
    }

    /// <summary>An attempt whose end did not reach the disk ends once more, as the next process sees it.</summary>
    public override void Crashed()
    {
        _seen.Clear();
        _offers.Clear();
    }

    private void Check(Instant now, CallbackAttempt attempt, AttemptOutcome outcome)
    {
        var id = attempt.Callback.Value;
        if (Uses(attempt, outcome, id) is { } uses && uses != attempt.UsesAttempt)
        {
            Object(now, $"attempt {attempt.Serial} of {attempt.Callback} ended as {outcome} and {(attempt.UsesAttempt ? "was" : "was not")} counted");
        }

        if (outcome == AttemptOutcome.AgentDidNotAnswer && attempt.RungAt is null && _offers.TryGetValue(id, out var offer) && offer != OfferOutcome.TimedOut)
        {
            Object(now, $"attempt {attempt.Serial} of {attempt.Callback} ended as {outcome}, its offer as {offer?.ToString() ?? "nothing yet"}");
        }
    }

    /// <returns>Null where it depends on more than can be seen from here.</returns>
    private bool? Uses(CallbackAttempt attempt, AttemptOutcome outcome, long id)
    {
        switch (outcome)
        {
            case AttemptOutcome.Connected or AttemptOutcome.Busy or AttemptOutcome.RingNoAnswer or AttemptOutcome.RefusedByCustomer
                or AttemptOutcome.BadNumber or AttemptOutcome.CustomerHungUp or AttemptOutcome.InterruptedByRestart:
                return true;
            case AttemptOutcome.AgentDidNotAnswer:
                return attempt.RungAt is not null || !_agentCounts.TryGetValue(id, out var counts) ? null : counts;
            case AttemptOutcome.Withdrawn or AttemptOutcome.CallAgain:
                return false;
            case AttemptOutcome.TrunkFailure:
                // Bounded: at some point it counts, but never the first few times.
                var failures = _trunkFailures[id] = _trunkFailures.GetValueOrDefault(id) + 1;
                return failures <= CallbackLimits.TrunkFailures ? false : null;
            default:
                return null;
        }
    }
}
