using System.Collections.Immutable;
using System.Text;
using Rappel.Storage;

namespace Rappel.Server.Configuration.Editions;

/// <summary>What an edit does to the files of a draft.</summary>
/// <param name="Put">New bytes by path.</param>
/// <param name="Removed">Paths.</param>
public sealed record FileChanges(ImmutableDictionary<string, ReadOnlyMemory<byte>> Put, ImmutableHashSet<string> Removed)
{
    public static readonly FileChanges None = new(
        ImmutableDictionary.Create<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal), ImmutableHashSet.Create<string>(StringComparer.Ordinal));

    /// <summary>From one set of texts to another; recordings stay.</summary>
    public static FileChanges Between(ImmutableSortedDictionary<string, string> before, ImmutableSortedDictionary<string, string> after) => new(
        None.Put.AddRange(after.Where(f => before.GetValueOrDefault(f.Key) != f.Value).Select(f =>
            KeyValuePair.Create(f.Key, (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(f.Value)))),
        None.Removed.Union(before.Keys.Where(path => !after.ContainsKey(path))));

    /// <summary>The same edition with this done to it. What did not change keeps its text, so that it is not read again.</summary>
    public Edition ApplyTo(Edition edition, EditionShelf shelf) => shelf.Of(
        ApplyTo(edition.Files),
        edition.Texts.RemoveRange(Removed).SetItems(Put.Where(p => ConfigurationPath.IsText(p.Key)).Select(p =>
            KeyValuePair.Create(p.Key, Encoding.UTF8.GetString(p.Value.Span)))));

    /// <param name="texts">Of all YAML files afterwards: those that were at hand already.</param>
    public Edition ApplyTo(Edition edition, EditionShelf shelf, ImmutableSortedDictionary<string, string> texts) => shelf.Of(ApplyTo(edition.Files), texts);

    private FileTable ApplyTo(FileTable files) =>
        files.RemoveRange(Removed).SetItems(Put.Select(p => KeyValuePair.Create(p.Key, ContentHash.Of(p.Value.Span))));
}
