using System.IO;
using Rappel.Core.Calls;
using Rappel.Core.Config;
using Rappel.Server.Configuration;

namespace Rappel.Tests.Server.Configuration;

/// <summary>The example with something changed, read.</summary>
internal sealed class Draft
{
    private readonly Dictionary<string, string> files;

    private Draft(Dictionary<string, string> files)
    {
        this.files = files;
        Result = ConfigurationReader.FromFiles(files, TenantId.Default, 1, ExampleFolder.Environment, new HashSet<string> { "hi.wav" });
    }

    public ConfigurationResult Result { get; }

    public IReadOnlyList<ConfigurationProblem> Problems => Result.Problems;

    /// <summary>The first <paramref name="good"/> in a file becomes <paramref name="bad"/>.</summary>
    public static Draft Of(string file, string good, string bad)
    {
        var files = new Dictionary<string, string>(ConfigurationFolder.Load(ExampleFolder.AcmeHealth).Files);
        var at = files[file].IndexOf(good, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{file} has no `{good}`");
        files[file] = string.Concat(files[file].AsSpan(0, at), bad, files[file].AsSpan(at + good.Length));
        return new Draft(files);
    }

    /// <summary>The example with another script besides; its <c>main</c> and <c>inQueue</c> are given as YAML.</summary>
    public static Draft WithScript(string entries)
    {
        var files = new Dictionary<string, string>(ConfigurationFolder.Load(ExampleFolder.AcmeHealth).Files)
        {
            ["scripts/other.yaml"] = $"scripts:\n  other:\n{Indent(entries)}",
        };
        return new Draft(files);
    }

    /// <summary>A folder of one file.</summary>
    public static Draft Alone(string text) => new(new Dictionary<string, string> { ["all.yaml"] = text });

    public string LineOf(ConfigurationProblem problem) => files[problem.File].Split('\n')[problem.Line - 1];

    public string Report => ConfigurationReport.Format(Problems);

    private static string Indent(string text) => string.Join('\n', text.Split('\n').Select(line => $"    {line}"));
}
