using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rappel.Core.Config.Canonical;
using Rappel.Core.Config.Forms;

namespace Rappel.Server.Configuration.Drafts;

/// <summary>What differs between two configurations, object by object.</summary>
public static class DraftChanges
{
    /// <summary>In the order of the sections; in each first what was added or changed, in its order, then what was removed.</summary>
    public static ImmutableArray<ObjectChange> Between(DraftFiles before, DraftFiles after) =>
        [.. SectionForms.All.SelectMany(section => Between(section, before, after))];

    private static IEnumerable<ObjectChange> Between(SectionForm section, DraftFiles before, DraftFiles after)
    {
        foreach (var key in after.Keys(section.Name))
        {
            if (!before.Has(section.Name, key))
            {
                yield return Change(section, key, ChangeKind.Added, null, after.Get(section.Name, key));
            }
            else if (before.Etag(section.Name, key) != after.Etag(section.Name, key))
            {
                yield return Change(section, key, ChangeKind.Changed, before.Get(section.Name, key), after.Get(section.Name, key));
            }
        }

        foreach (var key in before.Keys(section.Name).Where(k => !after.Has(section.Name, k)))
        {
            yield return Change(section, key, ChangeKind.Removed, before.Get(section.Name, key), null);
        }
    }

    private static ObjectChange Change(SectionForm section, string key, ChangeKind kind, JsonNode? before, JsonNode? after)
    {
        var pointer = section.Single ? $"/{section.Name}" : $"/{section.Name}/{FormWalk.Escape(key)}";
        var name = (after ?? before) is JsonObject known && known["name"] is JsonValue text && text.GetValueKind() == JsonValueKind.String
            ? CanonicalJson.TextOf(text) : null;
        return new ObjectChange(section.Name, key, name, kind, ValueDifference.Between(section.Record, before, after, pointer));
    }
}
