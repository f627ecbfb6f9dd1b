using System.Collections.Immutable;

namespace Rappel.Core.Ivr.Trying;

/// <summary>What happens to a tried call from outside.</summary>
/// <param name="At">Since its beginning.</param>
public abstract record TrialInput(TimeSpan At)
{
    /// <param name="Digit">0-9, *, #, A-D.</param>
    public sealed record Key(TimeSpan At, char Digit) : TrialInput(At);

    /// <summary>How what was asked for ended: an exit of the object that waits, or <see cref="Answered"/>.</summary>
    public sealed record Exit(TimeSpan At, string Name) : TrialInput(At)
    {
        /// <summary>What a web server would have filled, by name without dollar signs.</summary>
        public ImmutableDictionary<string, string> Variables { get; init; } = ImmutableDictionary<string, string>.Empty;
    }

    /// <summary>From here on these figures hold.</summary>
    public sealed record Figures(TimeSpan At, TrialFigures Told) : TrialInput(At);

    /// <summary>An agent is free for this caller at this moment.</summary>
    public sealed record AgentFree(TimeSpan At) : TrialInput(At);

    /// <summary>Besides the exits of a forward: whoever was called answers, or the message is left.</summary>
    public const string Answered = "answered";
}
