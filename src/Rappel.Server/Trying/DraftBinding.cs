using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Rappel.Core.Calls;
using Rappel.Core.Config;
using Rappel.Core.Config.Canonical;
using Rappel.Server.Configuration;
using Rappel.Server.Configuration.Editions;

namespace Rappel.Server.Trying;

/// <summary>Makes of the draft, and of an object that is not saved yet, something that can be tried.</summary>
public sealed class DraftBinding(ConfigurationBook book, TenantId tenant, IReadOnlyDictionary<string, string> environment)
{
    /// <summary>Of an object that has no key yet.</summary>
    private const string Nameless = "tried";

    private readonly ConditionalWeakTable<Edition, ConfigurationResult> bound = [];
    private readonly ConditionalWeakTable<Edition, ConfigMap> roots = [];

    /// <param name="section">Such as <c>scripts</c>.</param>
    /// <param name="key">Null for one that has none yet.</param>
    /// <param name="value">Canonical JSON of the object as it is being edited; null for it as it stands in the draft.</param>
    public TriedObject Bind(string section, string? key, JsonNode? value)
    {
        var edition = book.Look().Edited;
        key ??= Nameless;
        var result = value is null ? bound.GetValue(edition, e => Bind(e, Root(e))) : Bind(edition, Replace(Root(edition), section, key, CanonicalJson.ToNode(value)));
        var isThere = value is not null
            || (Root(edition).Entries.FirstOrDefault(e => e.Key.Text == section)?.Value is ConfigMap map && map.Entries.Any(e => e.Key.Text == key));
        return new TriedObject(key, result.Snapshot!, result.Problems, isThere);
    }

    /// <summary>A recording of the draft by its content; null where there is none at this path.</summary>
    public string? Pin(string path) =>
        ConfigurationPath.IsRecording(path) && book.Look().Edited.Files.TryGetValue(path, out var content) ? RecordingPins.Of(content, path) : null;

    private ConfigurationResult Bind(Edition edition, ConfigMap root)
    {
        var recordings = edition.Recordings.Select(r => r.Key).ToHashSet(StringComparer.Ordinal);
        var result = ConfigurationBinder.BindLeniently(root, tenant, 0, environment, recordings);
        return result with { Snapshot = RecordingPins.Pin(result.Snapshot!, edition.Files) };
    }

    private ConfigMap Root(Edition edition) =>
        roots.GetValue(edition, e => YamlConfiguration.Read(e.Texts).Root as ConfigMap ?? new ConfigMap(SourceMark.None, []));

    private static ConfigMap Replace(ConfigMap root, string section, string key, ConfigNode value)
    {
        var entry = new ConfigEntry(new ConfigScalar(SourceMark.None, key, false), value);
        var map = root.Entries.FirstOrDefault(e => e.Key.Text == section);
        if (map?.Value is not ConfigMap objects)
        {
            var fresh = new ConfigEntry(new ConfigScalar(SourceMark.None, section, false), new ConfigMap(SourceMark.None, [entry]));
            return root with { Entries = map is null ? root.Entries.Add(fresh) : root.Entries.Replace(map, fresh) };
        }

        var before = objects.Entries.FirstOrDefault(e => e.Key.Text == key);
        var after = objects with { Entries = before is null ? objects.Entries.Add(entry) : objects.Entries.Replace(before, entry) };
        return root with { Entries = root.Entries.Replace(map, map with { Value = after }) };
    }
}
