using Rappel.Simulation.Checkers;

namespace Rappel.Simulation;

/// <param name="Hours">Hours with faults; after them no caller calls any more, and everything open has to end.</param>
/// <param name="CallsPerHour">Mean of the arrivals.</param>
/// <param name="Log">Print what the engine logs.</param>
internal sealed record StretchOptions(ulong Seed, double Hours, double CallsPerHour, bool Log)
{
    /// <summary>A stretch is a run of its own: this plays it alone.</summary>
    public string Replay => FormattableString.Invariant($"make sim SEED={Seed} HOURS={Hours:R}") + (CallsPerHour == 60 ? "" : FormattableString.Invariant($" CALLS={CallsPerHour:R}"));

    /// <summary>Looked at now and then: whether what has been found is enough. Null plays it to its end whatever is found.</summary>
    public Func<IReadOnlyList<Violation>, bool>? Until { get; init; }
}
