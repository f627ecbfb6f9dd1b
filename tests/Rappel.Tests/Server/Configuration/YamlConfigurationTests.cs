using System.IO;
using Rappel.Core.Config;
using Rappel.Server.Configuration;

namespace Rappel.Tests.Server.Configuration;

public class YamlConfigurationTests
{
    [Fact]
    public void Nodes_know_their_file_line_and_column()
    {
        var root = Read("tenant:\n  name:   AcmeHealth\n").Root;

        var tenant = Assert.IsType<ConfigMap>(Assert.Single(root.Entries).Value);
        Assert.Equal(new SourceMark("a.yaml", 2, 11), tenant.Entries[0].Value.Mark);
        Assert.Equal(new SourceMark("a.yaml", 2, 3), tenant.Entries[0].Key.Mark);
    }

    [Fact]
    public void Sections_of_several_files_are_put_together_in_file_order()
    {
        var reading = Read(("b.yaml", "agents: { 1002: { } }"), ("a.yaml", "agents: { 1001: { } }"));

        Assert.Empty(reading.Problems);
        var agents = Assert.IsType<ConfigMap>(Assert.Single(reading.Root.Entries).Value);
        Assert.Equal(["1001", "1002"], agents.Entries.Select(e => e.Key.Text));
    }

    [Fact]
    public void A_key_that_two_files_have_is_a_problem_that_names_both_places()
    {
        var draft = Draft.Of("agents.yaml", "  1004:", "  1004: { name: Double, password: secret1 }\n\n  1004:");

        Assert.Equal(["agents/1004: `1004` is given twice; first at agents.yaml:24"], draft.Problems.Select(p => $"{p.Path}: {p.Message}"));
    }

    [Theory]
    [InlineData("a: 1\na: 2", "2: a: the section `a` is given twice in this file")]
    [InlineData("a: [1", "this is not YAML")]
    [InlineData("a:\n\t- 1", "2: this is not YAML: a tab indents the line")]
    [InlineData("a: 'open", "this is not YAML")]
    [InlineData("a: &x 1\nb: 2", "the anchor `&x` is not taken")]
    [InlineData("a: *x", "the alias `*x` is not taken")]
    [InlineData("a: { <<: 1 }", "merge keys (`<<`) are not taken")]
    [InlineData("a: !!binary aGVsbG8=", "the tag `tag:yaml.org,2002:binary` is not taken")]
    [InlineData("a: { [1]: 2 }", "a key cannot be a list or a map")]
    [InlineData("- a", "a file holds sections")]
    [InlineData("a: x\ny: \u0000", "2: a control character stands here")]
    [InlineData("a: 1\n---\nb: 2", "a second document begins here")]
    public void What_we_do_not_take_is_told_with_its_line(string text, string tells)
    {
        var problem = Assert.Single(Read(text).Problems);

        Assert.Contains(tells, ConfigurationReport.Line(problem), StringComparison.Ordinal);
        Assert.StartsWith("a.yaml:", ConfigurationReport.Line(problem), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing but words")]
    [InlineData("---\n")]
    public void An_empty_file_holds_nothing_and_is_no_problem(string text)
    {
        Assert.Empty(Read(text).Problems);
        Assert.Empty(Read(text).Root.Entries);
    }

    [Fact]
    public void A_laughing_file_is_refused_without_growing()
    {
        var text = "a: &a [x, x]\n" + string.Concat(Enumerable.Range(0, 30).Select(i => $"b{i}: &b{i} [*a, *a, *a]\n"));

        Assert.All(Read(text).Problems, p => Assert.Equal(ProblemCode.YamlFeature, p.Code));
    }

    [Fact]
    public void A_file_too_deep_is_one_problem() =>
        Assert.Equal(ProblemCode.TooLarge, Assert.Single(Read($"a: {new string('[', 5_000)}").Problems).Code);

    [Fact]
    public void A_file_too_long_is_one_problem() =>
        Assert.Equal(ProblemCode.TooLarge, Assert.Single(Read(new string('#', YamlLimits.FileCharacters + 1)).Problems).Code);

    [Fact]
    public void A_file_with_too_many_values_is_one_problem() =>
        Assert.Equal(ProblemCode.TooLarge,
            Assert.Single(Read("a: [" + string.Concat(Enumerable.Repeat("1,", YamlLimits.Nodes)) + "1]").Problems).Code);

    [Fact]
    public void A_broken_file_does_not_hide_another_broken_one() =>
        Assert.Equal(["a.yaml", "b.yaml"], Read(("a.yaml", "a: ["), ("b.yaml", "b: {")).Problems.Select(p => p.File));

    [Fact]
    public void Words_of_the_author_cannot_break_a_line_of_the_report()
    {
        var draft = Draft.Of("queues.yaml", "priority: 3", "priority: \"3\\nall is well\\e[2J\"");

        Assert.Equal(2, draft.Report.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.DoesNotContain('\u001b', draft.Report);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_a_problem_and_no_exception()
    {
        var reading = ConfigurationFolder.Load(Path.Combine(ExampleFolder.Repository, "no-such-folder"));

        Assert.Equal(ProblemCode.Unreadable, Assert.Single(reading.Problems).Code);
    }

    [Fact]
    public void A_secret_with_a_default_is_not_told_in_the_report()
    {
        var draft = Draft.Of("agents.yaml", "name: Accueil\n    password: ${AGENT_PASSWORD}", "name: Accueil\n    password: ${AGENT_PASSWORD:-hunter2}");

        Assert.DoesNotContain("hunter2", draft.Report, StringComparison.Ordinal);
    }

    private static YamlReading Read(string text) => Read(("a.yaml", text));

    private static YamlReading Read(params (string Path, string Text)[] files) =>
        YamlConfiguration.Read(files.ToDictionary(f => f.Path, f => f.Text));
}
