using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging;
using Rappel.Core.Calls;
using Rappel.Core.Config;
using Rappel.Server.Configuration;
using Rappel.Server.Configuration.Editions;
using Rappel.Server.Hosting;
using Rappel.Server.Web;
using Rappel.Storage;

namespace Rappel.Server.Composition;

/// <summary>
/// What the server begins with, and importing CONFIG again. The configuration lives in the store: a folder is taken over while it is the only
/// place that was edited, and by hand afterwards. A bad one is told with all its problems and what runs stays.
/// </summary>
public sealed class ConfigurationDesk(
    ConfigurationSource source, ConfigurationBook book, IConfigurationStore store, TenantId tenant, ILogger logger) : IConfigurationPort
{
    /// <summary>Who does what the start does.</summary>
    private const string Start = "start";

    private readonly Lock importing = new();

    /// <summary>What the server begins with; null where there is nothing valid to begin with.</summary>
    /// <param name="problems">All of the source's, for the operator, also where a stored version is used instead.</param>
    public ConfigurationSnapshot? Begin(out ImmutableArray<ConfigurationProblem> problems)
    {
        var latest = store.LatestVersion(tenant);
        problems = [];
        if (latest is null || source is ConfigurationSource.Folder)
        {
            var read = Read();
            var edition = book.Shelf.Of(read);
            if (latest is null || MayReplace(latest, edition))
            {
                problems = ProblemsOf(read, edition);
                if (problems.IsEmpty)
                {
                    return Opened(Keep(Start, read, edition), edition);
                }
            }
        }

        if (latest is null || book.Shelf.OfVersion(latest.Number) is not { } stored)
        {
            return null;
        }

        if (stored.Result.Snapshot is null)
        {
            // The folder's are told where it has any: mending it is the way out. Otherwise those of what lies in the store.
            problems = problems.IsEmpty ? stored.Result.Problems : problems;
            return null;
        }

        return Opened(latest, stored);
    }

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
            logger.LogError(LogKinds.Configuration, failure, "CONFIG could not be imported; version {Version} stays", book.Look().Version.Number);
        }
    }

    /// <summary>By hand: whatever was edited since, what CONFIG names becomes the version in force. A draft stays beside it.</summary>
    private ConfigurationImport Import(bool apply, string who)
    {
        lock (importing)
        {
            // Read once: what is kept must be what was checked, though somebody is still writing.
            var read = Read();
            var edition = book.Shelf.Of(read);
            var inForce = book.Look();
            var problems = ProblemsOf(read, edition);
            if (!problems.IsEmpty)
            {
                foreach (var problem in problems)
                {
                    logger.LogWarning(LogKinds.Configuration, "{Problem}", ConfigurationReport.Line(problem));
                }

                logger.LogWarning(
                    LogKinds.Configuration, "problems in {Source}: {Problems}; version {Version} stays", source, problems.Length, inForce.Version.Number);
                return new ConfigurationImport(false, inForce.Version.Number, [.. problems.Select(Told)]);
            }

            return !apply || edition.Mark == inForce.Edition.Mark
                ? new ConfigurationImport(false, inForce.Version.Number, [])
                : new ConfigurationImport(true, Keep(who, read, edition).Number, []);
        }
    }

    private FolderReading Read() => source switch
    {
        ConfigurationSource.Folder folder => ConfigurationFolder.Load(folder.Path),
        ConfigurationSource.Empty => BuiltInConfigurations.Empty(),
        _ => BuiltInConfigurations.Example(),
    };

    /// <summary>Whether a folder may take the place of what is in force at a start, where nobody is asked.</summary>
    private bool MayReplace(ConfigurationVersion latest, Edition folder)
    {
        var imported = store.LatestVersion(tenant, ConfigurationOrigin.Folder);
        if (imported is not null && store.FilesOf(tenant, imported.Number).SequenceEqual(folder.Files))
        {
            return false;
        }

        if (latest.Origin != ConfigurationOrigin.Draft)
        {
            return true;
        }

        logger.LogWarning(
            LogKinds.Configuration,
            "{Source} differs from its last import, but the configuration was edited here since (version {Version} by {Who}): the folder is left alone. " +
            "Import it by hand (SIGHUP, or POST /api/v1/configuration/import), or export the configuration into it",
            source, latest.Number, latest.Who);
        return false;
    }

    private ConfigurationSnapshot Opened(ConfigurationVersion version, Edition edition)
    {
        book.Open(version, edition);
        return edition.Result.Snapshot! with { Version = version.Number };
    }

    private ConfigurationVersion Keep(string who, FolderReading read, Edition edition)
    {
        var origin = source is ConfigurationSource.Folder ? ConfigurationOrigin.Folder : ConfigurationOrigin.Example;
        var version = book.Add(who, origin, read, edition, edition.Result.Snapshot!, changes: null);
        logger.LogInformation(LogKinds.Configuration, "configuration version {Version} imported from {Source} by {Who}", version.Number, source, who);
        return version;
    }

    private static ImmutableArray<ConfigurationProblem> ProblemsOf(FolderReading read, Edition edition)
    {
        // A folder without files has told its one problem.
        var problems = read.Files.IsEmpty ? [.. read.Problems] : read.Problems.Concat(edition.Result.Problems).ToList();
        problems.Sort(ConfigurationProblem.Compare);
        return [.. problems];
    }

    private static ConfigurationImportProblem Told(ConfigurationProblem problem) => new(
        problem.Path, problem.File.Length == 0 ? null : problem.File, problem.Line == 0 ? null : problem.Line, problem.Message.English,
        problem.Allowed.IsEmpty ? null : problem.Allowed.English);
}
