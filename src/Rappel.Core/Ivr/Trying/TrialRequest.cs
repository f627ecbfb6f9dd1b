using System.Collections.Immutable;

namespace Rappel.Core.Ivr.Trying;

/// <summary>A call to play through a script, on virtual time. Nothing is dialled.</summary>
/// <param name="Script">Key of the script.</param>
/// <param name="Call">As it came in. A trial changes it: each needs its own.</param>
/// <param name="At">When the call comes in, or, for <see cref="ScriptEntry.InQueue"/>, enters the queue.</param>
/// <param name="Queue">Key of the inbound queue it waits in, for <see cref="ScriptEntry.InQueue"/>; null for a queue that nobody names.</param>
/// <param name="Inputs">In any order; those of one moment in the order given.</param>
/// <param name="Until">How far to play, since the beginning.</param>
public sealed record TrialRequest(
    string Script, ScriptEntry Entry, ScriptCall Call, Instant At, string? Queue, TrialFigures Figures, ImmutableArray<TrialInput> Inputs, TimeSpan Until);
