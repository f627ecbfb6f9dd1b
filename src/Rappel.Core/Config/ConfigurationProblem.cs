using System.Collections.Immutable;

namespace Rappel.Core.Config;

/// <summary>One thing wrong with a configuration. Nothing that has one is published.</summary>
/// <param name="Code">Stable word for programs: one of <see cref="ProblemCode"/>.</param>
/// <param name="Path">Where it stands in the tree, for example <c>channels/main/number</c>; empty for a whole file.</param>
/// <param name="Mark">Where it stands in the folder.</param>
/// <param name="Message">What is wrong, in a sentence without a full stop.</param>
/// <param name="Allowed">The range or the kinds allowed; empty where the message says all.</param>
public sealed record ConfigurationProblem(string Code, string Path, SourceMark Mark, Said Message, Said Allowed)
{
    public string File => Mark.File;

    public int Line => Mark.Line;

    /// <summary>By file, line and column; then by path and words, so that one configuration always gives one report.</summary>
    public static int Compare(ConfigurationProblem left, ConfigurationProblem right)
    {
        var byMark = SourceMark.Compare(left.Mark, right.Mark);
        if (byMark != 0)
        {
            return byMark;
        }

        var byPath = string.CompareOrdinal(left.Path, right.Path);
        return byPath != 0 ? byPath : string.CompareOrdinal(left.Message.English, right.Message.English);
    }
}

/// <summary>What came of a draft: a snapshot, or everything that is wrong with it.</summary>
/// <param name="Snapshot">Null where there is any problem.</param>
/// <param name="Problems">In file and line order.</param>
public sealed record ConfigurationResult(ConfigurationSnapshot? Snapshot, ImmutableArray<ConfigurationProblem> Problems);
