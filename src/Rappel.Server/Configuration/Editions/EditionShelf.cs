using System.Collections.Immutable;
using System.Text;
using System.Threading;
using Rappel.Core.Calls;
using Rappel.Storage;

namespace Rappel.Server.Configuration.Editions;

/// <summary>Takes editions from the store. Those used last stay at hand, and editions share the texts they have in common.</summary>
public sealed class EditionShelf(IConfigurationStore store, TenantId tenant, IReadOnlyDictionary<string, string> environment)
{
    private readonly Lock gate = new();
    private readonly LinkedList<Edition> lastUsedFirst = new();

    /// <summary>Null where there is no such version.</summary>
    public Edition? OfVersion(long number) => store.GetVersion(tenant, number) is null ? null : Of(store.FilesOf(tenant, number));

    /// <summary>Of contents that are kept.</summary>
    public Edition Of(FileTable files)
    {
        lock (gate)
        {
            if (lastUsedFirst.FirstOrDefault(e => e.Files.SequenceEqual(files)) is { } known)
            {
                Use(known);
                return known;
            }

            var texts = files.Where(f => ConfigurationPath.IsText(f.Key))
                .ToImmutableSortedDictionary(f => f.Key, f => KnownText(f.Key, f.Value) ?? ReadText(f.Value), StringComparer.Ordinal);
            var edition = new Edition(files, texts, tenant, environment);
            Use(edition);
            return edition;
        }
    }

    /// <summary>Of files whose texts are at hand.</summary>
    public Edition Of(FileTable files, ImmutableSortedDictionary<string, string> texts) => new(files, texts, tenant, environment);

    /// <summary>Puts an edition with those used last.</summary>
    public void Keep(Edition edition)
    {
        lock (gate)
        {
            Use(edition);
        }
    }

    /// <summary>Of what was just read: nothing of it needs to be in the store.</summary>
    public Edition Of(FolderReading reading) => new(
        reading.Contents().ToImmutableSortedDictionary(c => c.Key, c => ContentHash.Of(c.Value.Span), StringComparer.Ordinal), reading.Files, tenant, environment);

    private string? KnownText(string path, ContentHash content) =>
        lastUsedFirst.FirstOrDefault(e => e.Files.TryGetValue(path, out var same) && same == content)?.Texts[path];

    private string ReadText(ContentHash content) => Encoding.UTF8.GetString(
        store.ReadContent(tenant, content) ?? throw new StoreException($"The configuration's content {content} is not in the store."));

    private void Use(Edition edition)
    {
        lastUsedFirst.Remove(edition);
        lastUsedFirst.AddFirst(edition);
        if (lastUsedFirst.Count > ContentLimits.EditionsHeld)
        {
            lastUsedFirst.RemoveLast();
        }
    }
}
