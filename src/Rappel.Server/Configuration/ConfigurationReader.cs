using Rappel.Core.Calls;
using Rappel.Core.Config;

namespace Rappel.Server.Configuration;

/// <summary>From files to a snapshot, or to everything that is wrong with them.</summary>
public static class ConfigurationReader
{
    /// <param name="environment">What <c>${NAME}</c> stands for.</param>
    public static ConfigurationResult FromFolder(
        string folder, TenantId tenant, long version, IReadOnlyDictionary<string, string> environment) =>
        FromReading(ConfigurationFolder.Load(folder), tenant, version, environment);

    /// <param name="reading">What the folder held at one moment.</param>
    public static ConfigurationResult FromReading(
        FolderReading reading, TenantId tenant, long version, IReadOnlyDictionary<string, string> environment)
    {
        if (reading.Files.IsEmpty)
        {
            return new ConfigurationResult(null, reading.Problems);
        }

        return Combine(FromFiles(reading.Files, tenant, version, environment, reading.Recordings.Keys.ToHashSet(StringComparer.Ordinal)), reading.Problems);
    }

    /// <param name="files">YAML text by path.</param>
    /// <param name="recordings">Paths of the WAV files there are; null where prompts' files are not to be checked.</param>
    public static ConfigurationResult FromFiles(
        IReadOnlyDictionary<string, string> files, TenantId tenant, long version, IReadOnlyDictionary<string, string> environment,
        IReadOnlySet<string>? recordings = null)
    {
        var reading = YamlConfiguration.Read(files);

        // A file that is no YAML takes its sections with it: what refers to them would be reported for nothing.
        return reading.Problems.Any(p => p.Code is ProblemCode.YamlSyntax or ProblemCode.TooLarge)
            ? new ConfigurationResult(null, reading.Problems)
            : Combine(ConfigurationBinder.Bind(reading.Root, tenant, version, environment, recordings), reading.Problems);
    }

    private static ConfigurationResult Combine(ConfigurationResult bound, IReadOnlyCollection<ConfigurationProblem> earlier)
    {
        if (earlier.Count == 0)
        {
            return bound;
        }

        var problems = earlier.Concat(bound.Problems).ToList();
        problems.Sort(ConfigurationProblem.Compare);
        return new ConfigurationResult(null, [.. problems]);
    }
}
