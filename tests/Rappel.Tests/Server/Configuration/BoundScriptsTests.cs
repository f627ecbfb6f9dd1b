using System.Collections.Immutable;
using Rappel.Core.Calls;
using Rappel.Core.Config;
using Rappel.Server.Configuration;

namespace Rappel.Tests.Server.Configuration;

/// <summary>What was bound of a script is taken again. Whatever is edited, that must not show.</summary>
public class BoundScriptsTests
{
    private const string Script = "scripts/nurse-line.yaml";

    private static readonly ImmutableSortedDictionary<string, string> Example =
        ConfigurationFolder.Load(ExampleFolder.AcmeHealth).Files.ToImmutableSortedDictionary(StringComparer.Ordinal);

    [Fact]
    public void A_script_that_nothing_touched_is_the_one_that_was_bound_before()
    {
        var before = Bind(Example).Snapshot!;
        var after = Bind(Edited("agents.yaml", "Priya Nair", "Priya N.")).Snapshot!;

        Assert.Equal("Priya N.", after.Agents["1003"].Name);
        Assert.Same(before.Scripts["nurse-line"], after.Scripts["nurse-line"]);
    }

    [Theory]
    [InlineData("queues.yaml", "  nurse-callbacks:\n", "  others:\n")]
    [InlineData("dial-plans.yaml", "  north-american:\n", "  others:\n")]
    [InlineData("dial-plans.yaml", "refuse: hors", "refuse: dehors")]
    [InlineData("prompts.yaml", "  back-to-waiting:\n", "  others:\n")]
    [InlineData("tenant.yaml", "language: fr", "language: en")]
    [InlineData("channels.yaml", "+15145550101", "+15145550109")]
    [InlineData("channels.yaml", "script: nurse-line", "script: nurse-lines")]
    [InlineData(Script, "callback:", "callbak:")]
    [InlineData(Script, "nurse-line:", "other-line:")]
    [InlineData(Script, "goto: ", "goto: X")]
    public void After_an_edit_the_problems_are_those_of_a_first_reading(string file, string old, string changed)
    {
        Bind(Example);
        var edited = Edited(file, old, changed);
        var again = Bind(edited);
        Bind(Example);
        var andAgain = Bind(edited);

        // Texts that are other strings are read, and bound, anew.
        var first = Bind(edited.ToImmutableSortedDictionary(f => f.Key, f => new string(f.Value.AsSpan()), StringComparer.Ordinal));
        Assert.Equal(first.Problems, again.Problems);
        Assert.Equal(first.Problems, andAgain.Problems);
        Assert.Equal(first.Snapshot is null, again.Snapshot is null);
    }

    private static ImmutableSortedDictionary<string, string> Edited(string file, string old, string changed)
    {
        Assert.Contains(old, Example[file], StringComparison.Ordinal);
        return Example.SetItem(file, Example[file].Replace(old, changed, StringComparison.Ordinal));
    }

    private static ConfigurationResult Bind(ImmutableSortedDictionary<string, string> files) =>
        ConfigurationReader.FromFiles(files, TenantId.Default, 1, ExampleFolder.Environment);
}
