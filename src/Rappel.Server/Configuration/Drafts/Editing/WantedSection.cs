using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Rappel.Server.Configuration.Drafts.Editing;

/// <summary>What a file is to hold of a section after an edit.</summary>
internal sealed record WantedSection(string Name, ImmutableArray<WantedObject> Objects)
{
    public static WantedSection Of(DraftFile file, string section) =>
        new(section, [.. file.Find(section)?.Objects.Select(o => new WantedObject(o.Key.Text, o, null)) ?? []]);

    public WantedSection With(string key, JsonNode? json) =>
        Objects.Any(o => o.Key == key)
            ? this with { Objects = [.. Objects.DistinctBy(o => o.Key).Select(o => o.Key == key ? new WantedObject(key, null, json) : o)] }
            : this with { Objects = Objects.Add(new WantedObject(key, null, json)) };

    public WantedSection Without(string key) => this with { Objects = Objects.RemoveAll(o => o.Key == key) };

    public WantedSection Renamed(string key, string name) =>
        this with { Objects = [.. Objects.Select(o => o.Key == key ? o with { Key = name } : o)] };
}

/// <summary>An object that stays as it is (<paramref name="Kept"/>), or what it is to be in canonical form.</summary>
internal sealed record WantedObject(string Key, DraftObject? Kept, JsonNode? Json);
