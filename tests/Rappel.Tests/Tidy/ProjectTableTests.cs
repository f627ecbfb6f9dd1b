using System.Text.RegularExpressions;

namespace Rappel.Tests.Tidy;

/// <summary>The table of docs/architecture.md: which project may reference which, and with what packages.</summary>
public class ProjectTableTests
{
    private const string Analyzers = "Microsoft.CodeAnalysis.BannedApiAnalyzers";

    [Theory]
    [InlineData("Core", "")]
    [InlineData("Sip", "")]
    [InlineData("Media", "")]
    [InlineData("Engine", "Core Sip Media")]
    [InlineData("Storage", "Core Engine")]
    [InlineData("Server", "Core Sip Media Engine Storage")]
    public void References_stay_in_the_table(string project, string allowed)
    {
        var references = Regex.Matches(SourceTree.Project(project), """<ProjectReference Include="[^"]*/Rappel\.(\w+)\.csproj" """.TrimEnd())
            .Select(m => m.Groups[1].Value);
        Violations.None(references.Except(allowed.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
    }

    [Theory]
    [InlineData("Core", "")]
    [InlineData("Sip", "")]
    [InlineData("Media", "")]
    [InlineData("Engine", "")]
    [InlineData("Storage", "Microsoft.Data.Sqlite SQLitePCLRaw.bundle_e_sqlite3 Npgsql Dapper")]
    [InlineData("Server", "Microsoft.AspNetCore.OpenApi Microsoft.OpenApi OpenTelemetry OpenTelemetry.Exporter.OpenTelemetryProtocol YamlDotNet")]
    public void Packages_stay_in_the_table(string project, string allowed)
    {
        var packages = Regex.Matches(SourceTree.Project(project), """<PackageReference Include="([^"]+)" """.TrimEnd()).Select(m => m.Groups[1].Value);
        Violations.None(packages.Except(allowed.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(p => p != Analyzers));
    }

    [Theory]
    [InlineData("Core", "pure")]
    [InlineData("Sip", "pure")]
    [InlineData("Media", "pure")]
    [InlineData("Engine", "pure")]
    [InlineData("Storage", "shell")]
    [InlineData("Server", "shell")]
    public void Each_project_keeps_its_tier_of_banned_symbols(string project, string tier) =>
        Assert.Contains($"<RappelTier>{tier}</RappelTier>", SourceTree.Project(project), StringComparison.Ordinal);

    [Fact]
    public void Callbacks_use_neither_scripts_nor_call_distribution() =>
        Violations.None(SourceTree.CSharp("src/Rappel.Core/Callbacks/").Where(f => Regex.IsMatch(SourceTree.Code(f), @"\bRappel\.Core\.(Ivr|Acd)\b")));

    [Fact]
    public void Pure_code_does_not_switch_its_analyzers_off() =>
        Violations.None(SourceTree.CSharp("src/").Where(f => Regex.IsMatch(SourceTree.Read(f), @"pragma warning disable.*RS0030|SuppressMessage\(.*RS0030")));
}
