using System.Collections.Immutable;
using Rappel.Core.Config;

namespace Rappel.Server.Configuration.Drafts;

/// <summary>What came of an edit.</summary>
/// <param name="Files">With the edit; without it where it has problems.</param>
/// <param name="Problems">Why it could not be made. What is wrong with the object itself is no problem here: the binder tells it.</param>
public sealed record DraftEdit(DraftFiles Files, ImmutableArray<ConfigurationProblem> Problems);
