using System.Text.RegularExpressions;
using Rappel.Tests.Tidy;

namespace Rappel.Tests.Core.Callbacks.Lifecycle;

/// <summary>What docs/callback-lifecycle.md says: its diagram, its table of transitions and its table of outcomes.</summary>
internal static partial class LifecycleDocument
{
    private static readonly string Text = SourceTree.Read("docs/callback-lifecycle.md");

    /// <summary>Transitions that the diagram draws; <c>[*]</c> is where requests come from.</summary>
    public static IEnumerable<Transition> Drawn() =>
        from Match edge in Edge().Matches(Text)
        from input in Split(edge.Groups["inputs"].Value)
        select new Transition(State(edge.Groups["from"].Value), input, State(edge.Groups["to"].Value));

    /// <summary>The states that the diagram lets end.</summary>
    public static IEnumerable<string> DrawnFinals() => FinalEdge().Matches(Text).Select(m => State(m.Groups["from"].Value));

    /// <summary>Columns: status, input, next, when.</summary>
    public static IEnumerable<Transition> Listed() =>
        from row in Rows("## Transitions")
        from input in Split(row[1])
        from next in Split(row[2])
        select new Transition(row[0] == "new" ? "" : row[0], input, next);

    /// <summary>Columns: outcome, uses an attempt, next. One row for each way it may count.</summary>
    public static IEnumerable<Ending> Outcomes() =>
        from row in Rows("## Outcomes")
        from used in Split(row[1])
        from next in Split(row[2])
        select new Ending(row[0], used == "yes", next);

    private static IEnumerable<string[]> Rows(string heading)
    {
        var section = Text[Text.IndexOf(heading + "\n", StringComparison.Ordinal)..];
        return section.Split('\n').Skip(1)
            .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal))
            .Skip(1)
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries)[1..^1]);
    }

    private static string[] Split(string cell) =>
        cell.Replace("`", "", StringComparison.Ordinal).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Names of states may hold no hyphen in the diagram.</summary>
    private static string State(string id) => id == "[*]" ? "" : id.Replace('_', '-');

    [GeneratedRegex(@"^ +(?<from>\[\*\]|\w+) --> (?<to>\w+) : (?<inputs>.+)$", RegexOptions.Multiline)]
    private static partial Regex Edge();

    [GeneratedRegex(@"^ +(?<from>\w+) --> \[\*\]$", RegexOptions.Multiline)]
    private static partial Regex FinalEdge();
}
