using System.Collections.Immutable;
using Rappel.Core.Config;

namespace Rappel.Core.Ivr.Trying;

/// <summary>How far a trial came.</summary>
/// <param name="Now">Since the beginning: what was asked for, or where a bound stopped it.</param>
/// <param name="Waiting">The object that waits; null where none does.</param>
/// <param name="Exits">What may be given as <see cref="TrialInput.Exit"/> now; empty where nothing waits for one.</param>
/// <param name="Deadline">When something happens by itself next; null where nothing does.</param>
/// <param name="Variables">System variables and what was collected and set, without dollar signs, by name.</param>
public sealed record TrialResult(
    TimeSpan Now, TrialState State, ScriptObject? Waiting, ImmutableArray<string> Exits, TimeSpan? Deadline,
    ImmutableSortedDictionary<string, string> Variables, ImmutableArray<TrialEvent> Events);
