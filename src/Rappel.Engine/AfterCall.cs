using System.Collections.Immutable;
using Rappel.Core.Callbacks;

namespace Rappel.Engine;

/// <summary>
/// What is said about a call by the agent who took it from a queue, while it lasts and until the wrap-up ends. Refused with <c>no-wrap-up</c> for an
/// agent who has no such call, and then nothing of it is kept.
/// </summary>
/// <param name="Agent">Key.</param>
/// <param name="Who">The agent's own user, a supervisor or a program, for the journal.</param>
public abstract record AfterCall(string Agent, string Who) : EngineCommand
{
    /// <summary>Codes, a note, and the time of the wrap-up: what is null or false stays as it is. Refused with <c>no-codes</c> (the queue has no
    /// list), <c>bad-codes</c> (not of the list, twice, or too many), <c>bad-note</c>, <c>codes-missing</c>, or <c>in-a-call</c> where the
    /// wrap-up is to be ended or extended before it has begun.</summary>
    public sealed record WrapUp(string Agent, string Who) : AfterCall(Agent, Who)
    {
        /// <summary>All of them, in place of those given before; default for no change.</summary>
        public ImmutableArray<string> Codes { get; init; }

        /// <summary>In place of the one given before; empty takes it back, null for no change.</summary>
        public string? Note { get; init; }

        /// <summary>The agent is done: the next status begins.</summary>
        public bool Finish { get; init; }

        /// <summary>So much longer; null for no change.</summary>
        public TimeSpan? Extend { get; init; }
    }

    /// <summary>What came of a callback whose line was answered, from the answer to the end of the wrap-up, when it holds; until then it may be decided
    /// otherwise. Answered with the request. Refused with <c>no-callback</c> (the agent has none, or it reached nobody), <c>bad-window</c>,
    /// <c>refused-number</c>, <c>unknown-dial-plan</c> or <c>already-pending</c>.</summary>
    /// <param name="Outcome">Null takes back what was decided: the customer was served.</param>
    public sealed record Decide(string Agent, DecidedOutcome? Outcome, string Who) : AfterCall(Agent, Who)
    {
        /// <summary>To be called again from then on; null for as soon as possible.</summary>
        public Instant? At { get; init; }

        /// <summary>To be called again at this number, as typed; null for the same.</summary>
        public string? Number { get; init; }

        /// <summary>In words, for the journal; null for none.</summary>
        public string? Why { get; init; }
    }
}
