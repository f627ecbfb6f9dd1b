using Rappel.Core.Config;
using Rappel.Engine;
using Rappel.Engine.Journal;

namespace Rappel.Simulation.Checkers;

internal sealed record Violation(Instant At, string Rule, string Text)
{
    public override string ToString() => $"{At:MM-dd HH:mm:ss.fff} {Rule}: {Text}";
}

/// <summary>Brings what happens in the world to every checker, and keeps what they object to.</summary>
internal sealed class Referee
{
    private readonly List<Violation> _violations = [];
    private readonly Checker[] _checkers;

    public Referee(SimStore store, ConfigurationSnapshot configuration)
    {
        _checkers =
        [
            new NoRequestLost(this, store),
            new OneOutcomePerAttempt(this, store),
            new NobodyRungTwice(this, store),
            new NothingBeginsAfterExpiry(this),
            new AgentInOnePlace(this),
            new NoMoreInFlightThanAgents(this),
            new CallbackKeepsItsPlace(this),
            new CallersKeepTheirPlace(this, configuration),
            new AgentFirst(this, store),
            new RetryDelayIsKept(this),
            new OneOpenRequestPerNumber(this),
            new NothingOutsideHours(this, configuration),
            new FinalStaysFinal(this),
            new DivertedIsNotAbandoned(this),
            new NothingIsLeft(this, store),
        ];
    }

    public IReadOnlyList<Violation> Violations => _violations;

    public void Violation(Instant at, string rule, string text) => _violations.Add(new Violation(at, rule, text));

    /// <summary>The engine decided it; not yet on disk.</summary>
    public void Issued(Instant now, StoreRow row) => Tell(c => c.Issued(now, row));

    public void Durable(Instant now, StoreRow row) => Tell(c => c.Durable(now, row));

    /// <summary>The carrier was asked to ring this number.</summary>
    public void Rung(Instant now, string number) => Tell(c => c.Rung(now, number));

    /// <summary>An agent's phone was answered while this many calls, this one included, are up on it.</summary>
    public void AgentAnswered(Instant now, string agent, int calls) => Tell(c => c.AgentAnswered(now, agent, calls));

    /// <summary>A caller heard that the callback was taken, with the digits of its number.</summary>
    public void CallerWasPromised(Instant now, string digits) => Tell(c => c.CallerWasPromised(now, digits));

    public void Crashed() => Tell(c => c.Crashed());

    public void AtTheEnd(Instant now, LiveView? view) => Tell(c => c.AtTheEnd(now, view));

    private void Tell(Action<Checker> tell)
    {
        foreach (var checker in _checkers)
        {
            tell(checker);
        }
    }
}
