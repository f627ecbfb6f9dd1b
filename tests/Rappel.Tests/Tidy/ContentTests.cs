using System.IO;
using System.Text.RegularExpressions;

namespace Rappel.Tests.Tidy;

public class ContentTests
{
    private static readonly string[] TextKinds =
        [".cs", ".csproj", ".props", ".targets", ".slnx", ".json", ".md", ".yaml", ".yml", ".sh", ".txt", ".xml", ".ts", ".tsx", ".html", ".css", ".svg", ".sip"];

    private static IEnumerable<string> Texts =>
        SourceTree.Files.Where(f => TextKinds.Contains(Path.GetExtension(f)) || f is "Makefile" or ".ci/run" or ".editorconfig" or ".gitignore");

    /// <summary>Nothing of one machine or one registry: the character classes keep this file from finding itself.</summary>
    [Theory]
    [InlineData(@"nuget[.]org|npmjs[.](org|com)|deb[.]debian[.]org|pypi[.]org|proxy[.]golang[.]org", "a registry's host name")]
    [InlineData(@"(?<![\w.])/(wor[k]|far[m]|roo[t]|home/\w+)/", "a path of one machine")]
    public void Tracked_files_name_nothing_of_one_machine(string pattern, string what)
    {
        var found = Texts.Where(f => !f.EndsWith("Tidy/ContentTests.cs", StringComparison.Ordinal))
            .SelectMany(f => Regex.Matches(SourceTree.Read(f), pattern).Select(m => $"{f}: {m.Value} is {what}"));
        Violations.None(found);
    }

    [Fact]
    public void Tests_do_not_sleep()
    {
        var found = SourceTree.CSharp("tests/Rappel.Tests/").Concat(SourceTree.CSharp("tests/Rappel.Simulation/"))
            .Where(f => Regex.IsMatch(SourceTree.Code(f), @"\bThread\s*\.\s*Sleep\b|\bTask\s*\.\s*Delay\b"));
        Violations.None(found);
    }

    [Fact]
    public void No_test_is_skipped_or_cannot_fail()
    {
        var found = SourceTree.CSharp("tests/").Where(f => Regex.IsMatch(SourceTree.Code(f), @"\[(Fact|Theory)\([^)]*\bSkip\b|Assert\.True\(true\)|Assert\.False\(false\)"));
        Violations.None(found);
    }

    [Fact]
    public void Links_in_documents_lead_somewhere()
    {
        var broken =
            from document in SourceTree.Files.Where(f => f.EndsWith(".md", StringComparison.Ordinal))
            from link in Regex.Matches(SourceTree.Read(document), @"(?<!`)\]\(([^)\s#]+)(?:#[^)]*)?\)").Select(m => m.Groups[1].Value)
            where !Regex.IsMatch(link, "^[a-z]+:")
            let target = Path.Combine(SourceTree.Root, Path.GetDirectoryName(document)!, link)
            where !File.Exists(target) && !Directory.Exists(target)
            select $"{document}: {link}";
        Violations.None(broken);
    }

    [Fact]
    public void Scripts_may_be_run() =>
        Assert.All(
            SourceTree.Files.Where(f => f == ".ci/run" || (f.StartsWith("eng/", StringComparison.Ordinal) && f.EndsWith(".sh", StringComparison.Ordinal) && f != "eng/common.sh")),
            f => Assert.True(
                OperatingSystem.IsWindows() || File.GetUnixFileMode(Path.Combine(SourceTree.Root, f)).HasFlag(UnixFileMode.UserExecute),
                $"{f} has no run bit"));
}
