using System.Collections.Immutable;
using Rappel.Core.Config;

namespace Rappel.Server.Trying;

/// <summary>The draft as it stands, with one object of it as it is being edited.</summary>
/// <param name="Key">Of the object tried.</param>
/// <param name="Snapshot">To try things with; whatever is wrong in it has a harmless value instead.</param>
/// <param name="Problems">Of the whole draft.</param>
/// <param name="IsThere">Whether there is such an object.</param>
public sealed record TriedObject(string Key, ConfigurationSnapshot Snapshot, ImmutableArray<ConfigurationProblem> Problems, bool IsThere)
{
    /// <summary>What is wrong with the object itself.</summary>
    public ImmutableArray<ConfigurationProblem> ProblemsOf(string section) => ProblemsIn(path => path.StartsWith($"{section}/{Key}/", StringComparison.Ordinal) || path == $"{section}/{Key}");

    public ImmutableArray<ConfigurationProblem> ProblemsIn(Func<string, bool> path) => [.. Problems.Where(p => path(p.Path))];
}
