using System.Collections.Immutable;
using System.Text;
using Rappel.Core.Config;

namespace Rappel.Server.Configuration;

/// <summary>What a folder or an archive holds of a configuration.</summary>
/// <param name="Files">Text of the YAML files by relative path, with slashes.</param>
/// <param name="Recordings">The WAV files, by relative path.</param>
public sealed record FolderReading(
    ImmutableSortedDictionary<string, string> Files, ImmutableSortedDictionary<string, ReadOnlyMemory<byte>> Recordings,
    ImmutableArray<ConfigurationProblem> Problems)
{
    private static readonly ImmutableSortedDictionary<string, ReadOnlyMemory<byte>> NoRecordings =
        ImmutableSortedDictionary.Create<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);

    public static FolderReading Of(ImmutableSortedDictionary<string, string> texts) => new(texts, NoRecordings, []);

    public static FolderReading Of(ConfigurationProblem problem) =>
        new(ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal), NoRecordings, [problem]);

    /// <summary>All of it as bytes, texts as UTF-8.</summary>
    public IEnumerable<KeyValuePair<string, ReadOnlyMemory<byte>>> Contents() =>
        Files.Select(f => KeyValuePair.Create(f.Key, (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(f.Value))).Concat(Recordings);
}
