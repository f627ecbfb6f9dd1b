using System.Collections.Frozen;
using Rappel.Core.Config;
using Rappel.Server.Configuration.Editions;

namespace Rappel.Server.Web.Drafts;

/// <summary>
/// What is wrong with an object by itself refuses to save it; what hangs on others does not: a queue may be saved before the agents it names,
/// and a channel before its script.
/// </summary>
internal static class OwnProblems
{
    private static readonly FrozenSet<string> HangOnOthers = new[]
    {
        ProblemCode.UnknownReference, ProblemCode.WrongQueueKind, ProblemCode.DisabledChannel, ProblemCode.DuplicateNumber, ProblemCode.MissingEntry,
        ProblemCode.UndefinedVariable,
    }.ToFrozenSet(StringComparer.Ordinal);

    public static IEnumerable<ConfigurationProblem> Of(Edition edition, string section, string key) =>
        edition.ProblemsOf(section, key).Where(p => !HangOnOthers.Contains(p.Code));
}
