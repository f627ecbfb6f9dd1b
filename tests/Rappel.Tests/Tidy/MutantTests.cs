using System.IO;

namespace Rappel.Tests.Tidy;

/// <summary>The rules that <c>make sim-mutants</c> breaks on purpose: a list that does not fit the sources any more proves nothing.</summary>
public class MutantTests
{
    private const int Fewest = 24;

    private static IReadOnlyList<string> Mutants { get; } =
        [.. SourceTree.Files.Where(f => f.StartsWith("tests/mutants/", StringComparison.Ordinal) && f.EndsWith(".txt", StringComparison.Ordinal))];

    [Fact]
    public void There_are_enough_of_them() => Assert.True(Mutants.Count >= Fewest, $"{Mutants.Count} mutants, expected at least {Fewest}");

    [Fact]
    public void Every_mutant_finds_its_text_exactly_once() => Violations.None(
        from mutant in Mutants
        let source = Field(mutant, "file")
        let found = File.Exists(Path.Combine(SourceTree.Root, source)) ? SourceTree.Read(source).Split(Texts(mutant)[0]).Length - 1 : 0
        where found != 1
        select $"{mutant}: its text is {found} times in '{source}'; say again how this rule is broken there");

    [Fact]
    public void Every_mutant_changes_something_and_says_what() => Violations.None(
        from mutant in Mutants
        where Texts(mutant) is not [var find, var replace] || find == replace || Field(mutant, "broken").Length == 0
        select $"{mutant}: expected 'broken: ...', '--- find' and '--- replace' with texts that differ");

    [Fact]
    public void Every_mutant_is_to_be_caught_by_a_checker_there_is() => Violations.None(
        from mutant in Mutants
        from checker in Field(mutant, "caught by").Split(", ")
        where !File.Exists(Path.Combine(SourceTree.Root, "tests/Rappel.Simulation/Checkers", checker + ".cs"))
        select $"{mutant}: there is no checker '{checker}'");

    private static string Field(string mutant, string key) =>
        SourceTree.Read(mutant).Split('\n').FirstOrDefault(line => line.StartsWith(key + ": ", StringComparison.Ordinal))?[(key.Length + 2)..] ?? "";

    /// <returns>What is looked for and what replaces it; fewer where the file is not as the others are.</returns>
    private static string[] Texts(string mutant) =>
        SourceTree.Read(mutant).Split("--- find\n") is [_, var texts] ? [.. texts.Split("--- replace\n").Select(t => t.TrimEnd('\n'))] : [""];
}
