using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Rappel.Core.Config.Forms;
using Rappel.Server.Configuration.Drafts;
using Rappel.Server.Configuration.Editions;
using Rappel.Server.Configuration.Yaml;
using Rappel.Server.Web.Auth;

namespace Rappel.Server.Web.Drafts;

/// <summary>The objects of the draft as one caller may see them.</summary>
internal sealed class DraftView(HttpContext context, BookReading reading)
{
    private const string Masked = "********";

    private readonly bool secrets = context.User.May(Permission.ConfigurationWrite);
    private readonly string language = RequestLanguage.Of(context);

    private DraftFiles Document => reading.Edited.Document;

    /// <summary>Null where there is none.</summary>
    public string? Mark(string section, string key) => Document.Etag(section, key);

    public DraftItemBody Item(string section, string key, string name)
    {
        var value = Document.Get(section, key);
        var isScript = section == "scripts";
        return new DraftItemBody(
            key, name, isScript ? null : Shown(value), EntityTag.Of(Mark(section, key)!), State(section, key), reading.Edited.ProblemsOf(section, key).Count(),
            isScript ? CountObjects(value) : null);
    }

    /// <summary>Null where there is none.</summary>
    public DraftObjectBody? Whole(string section, string key) => Mark(section, key) is not { } mark ? null : new DraftObjectBody(
        section, key, Shown(Document.Get(section, key)), EntityTag.Of(mark), State(section, key),
        [.. Document.UsedBy(section, key).Where(u => (u.Section, u.Key) != (section, key)).Select(u => ReferenceBody.Of(reading.Edited, u))],
        [.. reading.Edited.ProblemsOf(section, key).Select(p => DraftProblemBody.Of(p, language))]);

    /// <summary>As it is written; with masked secrets it is written anew. Null where there is none.</summary>
    public string? Text(string section, string key)
    {
        if (secrets || Document.Get(section, key) is not { } value)
        {
            return Document.Text(section, key);
        }

        var form = SectionForms.Find(section)!;
        return YamlWriter.Entry(form.Single ? form.Name : key, ShortForm.Of(form, Shown(value)), 0);
    }

    /// <summary>For the audit log, which more people read.</summary>
    public JsonNode? WithoutSecrets(string section, string key) => Mask(Document.Get(section, key), "");

    /// <summary>A value as this caller may see it.</summary>
    public JsonNode? Shown(JsonNode? value, string field = "") => secrets ? value : Mask(value, field);

    private string State(string section, string key) => reading.Edition.Document.Etag(section, key) is not { } before
        ? "added"
        : before == Mark(section, key) ? "unchanged" : "changed";

    // ${NAME} says where the secret is, and is none.
    private static JsonNode? Mask(JsonNode? value, string field)
    {
        switch (value)
        {
            case JsonObject map:
                foreach (var (name, inner) in map.ToList())
                {
                    if (SecretFields.Names.Contains(name) && inner is JsonValue)
                    {
                        map[name] = Mask(inner.DeepClone(), name);
                    }
                    else
                    {
                        Mask(inner, name);
                    }
                }

                return map;
            case JsonArray items:
                foreach (var item in items)
                {
                    Mask(item, "");
                }

                return items;
            case JsonValue text when SecretFields.Names.Contains(field):
                return text.TryGetValue<string>(out var secret) && secret.StartsWith("${", StringComparison.Ordinal) && secret.EndsWith('}') ? text : Masked;
            default:
                return value;
        }
    }

    private static int CountObjects(JsonNode? value) => value switch
    {
        JsonObject map => (map.ContainsKey(ObjectForms.Type) ? 1 : 0) + map.Sum(entry => CountObjects(entry.Value)),
        JsonArray items => items.Sum(CountObjects),
        _ => 0,
    };
}
