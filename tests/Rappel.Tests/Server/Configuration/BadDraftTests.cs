using System.IO;
using System.Reflection;
using System.Text;
using Rappel.Core.Calls;
using Rappel.Core.Config;
using Rappel.Server.Configuration;

namespace Rappel.Tests.Server.Configuration;

/// <summary>
/// A catalogue of drafts with mistakes. Beside each stands all that must be told of it, in both languages: nothing more, nothing less,
/// in one run. Run with ACCEPT=1 to write those files anew, then read what changed.
/// </summary>
public class BadDraftTests
{
    private const int Fewest = 40;

    private static readonly Dictionary<string, string> Environment = new() { ["AGENT_PASSWORD"] = "secret" };

    public static TheoryData<string> Drafts => [.. Files().Select(f => Path.GetFileNameWithoutExtension(f)!)];

    [Theory]
    [MemberData(nameof(Drafts))]
    public void All_that_is_wrong_is_told_at_once_in_both_languages_and_nothing_can_be_published(string draft)
    {
        var result = Read(draft);

        Assert.Null(result.Snapshot);
        Assert.NotEmpty(result.Problems);
        var told = string.Concat(result.Problems.Select(Told));
        var expected = Path.Combine(Folder, $"{draft}.problems");
        if (System.Environment.GetEnvironmentVariable("ACCEPT") == "1")
        {
            File.WriteAllText(expected, told);
        }

        Assert.Equal(File.ReadAllText(expected), told, ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void There_are_enough_drafts_and_none_without_its_problems()
    {
        Assert.True(Drafts.Count >= Fewest, $"{Drafts.Count} drafts");
        Assert.DoesNotContain(Directory.EnumerateFiles(Folder, "*.problems"), p => !File.Exists(Path.ChangeExtension(p, ".yaml")));
    }

    [Fact]
    public void Every_kind_of_problem_is_in_one_of_them()
    {
        // What a single file cannot have: a folder nobody can read, and files larger than is sensible to keep.
        string[] elsewhere = [ProblemCode.Unreadable, ProblemCode.TooLarge];
        var codes = typeof(ProblemCode).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetValue(null)!);
        var met = Files().SelectMany(f => Read(Path.GetFileNameWithoutExtension(f)).Problems).Select(p => p.Code).ToHashSet(StringComparer.Ordinal);

        Assert.Empty(codes.Except(elsewhere).Except(met));
    }

    private static string Folder => ExampleFolder.Corpus("drafts");

    private static IEnumerable<string> Files() => Directory.EnumerateFiles(Folder, "*.yaml").Order(StringComparer.Ordinal);

    private static ConfigurationResult Read(string draft) => ConfigurationReader.FromFiles(
        new Dictionary<string, string> { ["draft.yaml"] = File.ReadAllText(Path.Combine(Folder, $"{draft}.yaml")) }, TenantId.Default, 1, Environment,
        new HashSet<string> { "prompts/hello.wav" });

    private static string Told(ConfigurationProblem problem)
    {
        var text = new StringBuilder().Append(problem.Code).Append(' ').Append('/').Append(problem.Path).Append(" (line ").Append(problem.Line).Append(")\n");
        text.Append("  en: ").Append(problem.Message.English).Append(problem.Allowed.IsEmpty ? "" : $" (allowed: {problem.Allowed.English})").Append('\n');
        text.Append("  fr: ").Append(problem.Message.French).Append(problem.Allowed.IsEmpty ? "" : $" (permis\u00a0: {problem.Allowed.French})").Append('\n');
        return text.ToString();
    }
}
