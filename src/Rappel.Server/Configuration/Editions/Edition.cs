using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Threading;
using Rappel.Core.Calls;
using Rappel.Core.Config;
using Rappel.Core.Config.Forms;
using Rappel.Server.Configuration.Drafts;
using Rappel.Storage;

namespace Rappel.Server.Configuration.Editions;

/// <summary>One whole configuration, a version or a draft: its files, and what they mean. Never changes; what follows from it is worked out when
/// first asked for, once.</summary>
public sealed class Edition
{
    private readonly Lazy<ConfigurationResult> result;
    private readonly Lazy<string> mark;
    private readonly Lazy<DraftFiles> document;
    private readonly Lazy<ILookup<(string Section, string Key), ConfigurationProblem>> byObject;

    /// <param name="files">All, recordings too.</param>
    /// <param name="texts">Of the YAML files among them.</param>
    public Edition(FileTable files, ImmutableSortedDictionary<string, string> texts, TenantId tenant, IReadOnlyDictionary<string, string> environment)
    {
        Files = files;
        Texts = texts;
        result = new Lazy<ConfigurationResult>(() => Bind(tenant, environment), LazyThreadSafetyMode.ExecutionAndPublication);
        document = new Lazy<DraftFiles>(() => DraftFiles.Of(texts), LazyThreadSafetyMode.ExecutionAndPublication);
        byObject = new(() => Result.Problems.ToLookup(p => ObjectOf(p.Path)), LazyThreadSafetyMode.ExecutionAndPublication);
        mark = new Lazy<string>(MarkOf, LazyThreadSafetyMode.PublicationOnly);
    }

    public FileTable Files { get; }

    public ImmutableSortedDictionary<string, string> Texts { get; }

    public IEnumerable<KeyValuePair<string, ContentHash>> Recordings => Files.Where(f => ConfigurationPath.IsRecording(f.Key));

    /// <summary>A snapshot, its recordings named by their content, or all that is wrong. Its version is not set.</summary>
    public ConfigurationResult Result => result.Value;

    /// <summary>Its objects.</summary>
    public DraftFiles Document => document.Value;

    /// <summary>The same for the same files, another for others.</summary>
    public string Mark => mark.Value;

    /// <summary>What is wrong with one object.</summary>
    /// <param name="key">Empty for the tenant.</param>
    public IEnumerable<ConfigurationProblem> ProblemsOf(string section, string key) => byObject.Value[(section, key)];

    /// <summary>The object that a problem's path leads to; what belongs to none has empty words.</summary>
    public static (string Section, string Key) ObjectOf(string path)
    {
        var parts = path.Split('/', 3);
        return parts[0] == SectionForms.Tenant || parts.Length < 2 ? (parts[0], "") : (parts[0], parts[1]);
    }

    private ConfigurationResult Bind(TenantId tenant, IReadOnlyDictionary<string, string> environment)
    {
        var bound = ConfigurationReader.FromFiles(Texts, tenant, 0, environment, Recordings.Select(r => r.Key).ToHashSet(StringComparer.Ordinal));
        return bound.Snapshot is { } snapshot ? bound with { Snapshot = RecordingPins.Pin(snapshot, Files) } : bound;
    }

    private string MarkOf()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (path, content) in Files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{path}\n{content}\n"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16));
    }
}
