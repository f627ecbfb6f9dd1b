using Rappel.Core.Callbacks;
using Rappel.Engine.Journal;

namespace Rappel.Simulation.Checkers;

/// <summary>An attempt that ended as busy, as a bad number or as refused did so because the carrier said just that.</summary>
internal sealed class OutcomeIsWhatTheCarrierSaid(Referee referee) : Checker(referee)
{
    private readonly Dictionary<long, string> _numbers = [];
    private readonly Dictionary<string, List<(int Status, int? Cause)>> _said = new(StringComparer.Ordinal);

    public override void Issued(Instant now, StoreRow row)
    {
        switch (row)
        {
            case StoreRow.OfCallback(var callback):
                _numbers[callback.Id.Value] = callback.Number;
                break;
            case StoreRow.OfAttempt(_, { Outcome: AttemptOutcome.BadNumber, AnsweredAt: not null }):
                // Somebody answered, and the agent says that it was a stranger: DecisionsHold has that.
                break;
            case StoreRow.OfAttempt(_, { Outcome: AttemptOutcome.Busy or AttemptOutcome.BadNumber or AttemptOutcome.RefusedByCustomer } attempt):
                var number = _numbers.GetValueOrDefault(attempt.Callback.Value) ?? "";
                if (!_said.GetValueOrDefault(number, []).Exists(said => Means(said.Status, said.Cause) == attempt.Outcome))
                {
                    var said = string.Join(", ", _said.GetValueOrDefault(number, []).Select(s => $"{s.Status}{(s.Cause is { } cause ? $" cause {cause}" : "")}"));
                    Object(now, $"attempt {attempt.Serial} of {attempt.Callback} ended as {attempt.Outcome}; the carrier said {(said.Length > 0 ? said : "nothing")} of {number}");
                }

                break;
            case StoreRow.OfAttempt(_, { Outcome: null, RungAt: null } attempt) when _numbers.TryGetValue(attempt.Callback.Value, out var begun):
                _said.Remove(begun);
                break;
        }
    }

    public override void CarrierRejects(string number, int status, int? cause)
    {
        if (!_said.TryGetValue(number, out var said))
        {
            _said.Add(number, said = []);
        }

        said.Add((status, cause));
    }

    private static AttemptOutcome? Means(int status, int? cause) => (cause, status) switch
    {
        (17, _) => AttemptOutcome.Busy,
        (18 or 19, _) => AttemptOutcome.RingNoAnswer,
        (_, 486 or 600) => AttemptOutcome.Busy,
        (_, 404 or 410 or 484 or 604) => AttemptOutcome.BadNumber,
        (_, 603 or 607 or 608) => AttemptOutcome.RefusedByCustomer,
        _ => null,
    };
}
