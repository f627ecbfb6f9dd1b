using System.IO;
using Rappel.Core.Calls;
using Rappel.Core.Config;
using Rappel.Server.Configuration;

namespace Rappel.Tests.Server.Configuration;

/// <summary>The example that ships, for tests that need a whole configuration.</summary>
public static class ExampleFolder
{
    public static readonly IReadOnlyDictionary<string, string> Environment = new Dictionary<string, string>
    {
        ["CARRIER"] = "127.0.0.1:5070",
        ["AGENT_PASSWORD"] = "correct horse",
    };

    /// <summary>Top of the repository, found from where the tests run.</summary>
    public static string Repository { get; } = FindRepository();

    public static string AcmeHealth => Path.Combine(Repository, "examples", "acme-health");

    public static string Corpus(string name) => Path.Combine(Repository, "tests", "corpus", "config", name);

    public static ConfigurationSnapshot AcmeHealthSnapshot()
    {
        var result = ConfigurationReader.FromFolder(AcmeHealth, TenantId.Default, 1, Environment);
        return result.Snapshot ?? throw new InvalidOperationException(ConfigurationReport.Format(result.Problems));
    }

    private static string FindRepository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Rappel.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests run outside the repository.");
    }
}
