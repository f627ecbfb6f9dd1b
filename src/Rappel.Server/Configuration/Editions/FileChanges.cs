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

    public FileTable ApplyTo(FileTable files) =>
        files.RemoveRange(Removed).SetItems(Put.Select(p => KeyValuePair.Create(p.Key, ContentHash.Of(p.Value.Span))));
}
