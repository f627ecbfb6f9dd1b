using System.Collections.Immutable;
using System.IO;

namespace Rappel.Simulation.Mutants;

/// <summary>One rule broken on purpose by a small change to one source file, and the checkers that have to notice: a file of tests/mutants.</summary>
/// <param name="Name">The file's name without its kind.</param>
/// <param name="Broken">What the changed engine does wrong, in a sentence.</param>
/// <param name="File">The source file, from the root of the checkout.</param>
/// <param name="CaughtBy">The checkers that may name it; what others find does not count.</param>
/// <param name="Seed">Where it is known to be found soon; null to try from 1 on.</param>
internal sealed record Mutant(string Name, string Broken, string File, ImmutableArray<string> CaughtBy, ulong? Seed, string Find, string Replace)
{
    private const string FindMark = "--- find\n";
    private const string ReplaceMark = "--- replace\n";

    /// <exception cref="FormatException">It is not a mutant as the other files are.</exception>
    public static Mutant Read(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        var parts = System.IO.File.ReadAllText(path).Split(FindMark);
        var texts = parts.Length == 2 ? parts[1].Split(ReplaceMark) : [];
        if (texts.Length != 2 || texts[0].Length == 0)
        {
            throw new FormatException($"{name}: expected one '--- find' and after it one '--- replace'");
        }

        var fields = parts[0].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(": ", 2))
            .ToDictionary(words => words[0], words => words.Length == 2 ? words[1] : "");
        string Field(string key) => fields.TryGetValue(key, out var value) && value.Length > 0 ? value : throw new FormatException($"{name}: '{key}:' is missing");
        return new Mutant(
            name,
            Field("broken"),
            Field("file"),
            [.. Field("caught by").Split(", ")],
            fields.TryGetValue("seed", out var seed) ? ulong.Parse(seed) : null,
            texts[0].TrimEnd('\n'),
            texts[1].TrimEnd('\n'));
    }

    /// <summary>How often the text to be replaced is in the source: once, or the mutant is out of date.</summary>
    public int Matches(string source) => source.Split(Find).Length - 1;

    /// <summary>Breaks the rule in a copy of the checkout.</summary>
    /// <exception cref="FormatException">The text is not there exactly once.</exception>
    public void Apply(string root)
    {
        var path = Path.Combine(root, File);
        var source = System.IO.File.ReadAllText(path);
        if (Matches(source) != 1)
        {
            throw new FormatException($"{Name}: its text is {Matches(source)} times in {File}, expected once");
        }

        System.IO.File.WriteAllText(path, source.Replace(Find, Replace));
    }
}
