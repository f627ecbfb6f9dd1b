using System.Collections.Immutable;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging;
using Rappel.Core.Calls;
using Rappel.Core.Config;
using Rappel.Engine;
using Rappel.Server.Configuration;
using Rappel.Server.Hosting;
using Rappel.Server.Web;
using Rappel.Storage;

namespace Rappel.Server.Composition;

/// <summary>
/// Keeps the configuration in force. A folder whose content differs from the last import is imported as a new version; a bad one is told with
/// all its problems and what runs stays.
/// </summary>
public sealed class ConfigurationDesk(
    string folder, IReadOnlyDictionary<string, string> environment, TenantId tenant, IStore store, TimeProvider time, ILogger logger) : IConfigurationPort
{
    private readonly Lock importing = new();
    private Action<ConfigurationSnapshot>? publish;
    private long version;

    /// <summary>What the server begins with; null where there is nothing valid to begin with.</summary>
    /// <param name="problems">All of the folder's, for the operator, also where an earlier version is used instead.</param>
    public ConfigurationSnapshot? Begin(out ImmutableArray<ConfigurationProblem> problems)
    {
        var stored = store.LatestVersion(tenant);
        version = stored?.Number ?? 0;
        var read = ConfigurationFolder.Load(folder);
        if (stored is not null && read.Problems.IsEmpty && IsSame(read.Files, stored))
        {
            return Bind(stored, read.Recordings, out problems);
        }

        var result = ConfigurationReader.FromReading(read, tenant, version + 1, environment);
        problems = result.Problems;
        if (result.Snapshot is { } snapshot)
        {
            Keep(read.Files, "start");
            return snapshot;
        }

        return stored is null ? null : Bind(stored, null, out _);
    }

    /// <summary>Where later versions go.</summary>
    public void PublishTo(Action<ConfigurationSnapshot> receiver) => publish = receiver;

    public Task<ConfigurationImport> ImportAsync(bool apply, string who, CancellationToken ct) => Task.Run(() => Import(apply, who), ct);

    /// <summary>For a wish that nobody waits for the answer of: whatever becomes of it is in the log.</summary>
    public async Task ImportAgainAsync()
    {
        try
        {
            await ImportAsync(apply: true, "signal", default);
        }
#pragma warning disable CA1031 // A failure that reaches nobody is the one thing to avoid here.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            logger.LogError(LogKinds.Configuration, failure, "the configuration folder could not be imported; version {Version} stays", version);
        }
    }

    private ConfigurationImport Import(bool apply, string who)
    {
        lock (importing)
        {
            // Read once: what is kept must be what was checked, though somebody is still writing.
            var read = ConfigurationFolder.Load(folder);
            var result = ConfigurationReader.FromReading(read, tenant, version + 1, environment);
            if (result.Snapshot is not { } snapshot)
            {
                foreach (var problem in result.Problems)
                {
                    logger.LogWarning(LogKinds.Configuration, "{Problem}", ConfigurationReport.Line(problem));
                }

                logger.LogWarning(LogKinds.Configuration, "problems in the configuration folder: {Problems}; version {Version} stays", result.Problems.Length, version);
                return new ConfigurationImport(false, version, [.. result.Problems.Select(Told)]);
            }

            if (!apply || (store.LatestVersion(tenant) is { } latest && IsSame(read.Files, latest)))
            {
                return new ConfigurationImport(false, version, []);
            }

            Keep(read.Files, who);
            publish?.Invoke(snapshot);
            return new ConfigurationImport(true, version, []);
        }
    }

    private void Keep(IReadOnlyDictionary<string, string> files, string who)
    {
        store.AddContents(tenant, [.. files.Values.Select(text => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(text))]);
        version = store.AddVersion(
            tenant, new NewVersion(time.GetUtcNow(), who, "", ConfigurationOrigin.Folder, null, Hashed(files)), endDraft: false).Number;
        logger.LogInformation(LogKinds.Configuration, "configuration version {Version} imported from {Folder} by {Who}", version, folder, who);
    }

    private ConfigurationSnapshot? Bind(ConfigurationVersion stored, IReadOnlySet<string>? recordings, out ImmutableArray<ConfigurationProblem> problems)
    {
        var texts = store.FilesOf(tenant, stored.Number)
            .ToDictionary(f => f.Key, f => Encoding.UTF8.GetString(store.ReadContent(tenant, f.Value) ?? []));
        var result = ConfigurationReader.FromFiles(texts, tenant, stored.Number, environment, recordings);
        problems = result.Problems;
        return result.Snapshot;
    }

    private bool IsSame(IReadOnlyDictionary<string, string> files, ConfigurationVersion stored) =>
        Hashed(files).SequenceEqual(store.FilesOf(tenant, stored.Number));

    private static FileTable Hashed(IReadOnlyDictionary<string, string> files) =>
        files.ToImmutableSortedDictionary(f => f.Key, f => ContentHash.Of(f.Value), StringComparer.Ordinal);

    private static ConfigurationImportProblem Told(ConfigurationProblem problem) => new(
        problem.Path, problem.File.Length == 0 ? null : problem.File, problem.Line == 0 ? null : problem.Line, problem.Message.English,
        problem.Allowed.IsEmpty ? null : problem.Allowed.English);
}
