using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Rappel.Core.Config.Forms;
using Rappel.Server.Configuration.Drafts;
using Rappel.Server.Configuration.Editions;
using Rappel.Server.Web.Auth;

namespace Rappel.Server.Web.Drafts;

/// <summary>The objects of the draft as one caller may see them.</summary>
internal sealed class DraftView(HttpContext context, BookReading reading)
{
    private readonly bool secrets = context.User.May(Permission.ConfigurationWrite);
    private readonly string language = RequestLanguage.Of(context);

    private DraftFiles Document => reading.Edited.Document;

    /// <summary>Null where there is none.</summary>
    public string? Mark(string section, string key) => Document.Etag(section, key);

    public DraftItemBody Item(string section, string key, string name)
    {
        var isScript = section == "scripts";
        return new DraftItemBody(
            key, name, isScript ? null : Value(section, key), EntityTag.Of(Mark(section, key)!), State(section, key),
            reading.Edited.ProblemsOf(section, key).Count(), isScript ? CountObjects(Document.Get(section, key)) : null);
    }

    /// <summary>Null where there is none.</summary>
    public DraftObjectBody? Whole(string section, string key) => Mark(section, key) is not { } mark ? null : new DraftObjectBody(
        section, key, Value(section, key), EntityTag.Of(mark), State(section, key),
        [.. Document.UsedBy(section, key).Where(u => (u.Section, u.Key) != (section, key)).Select(u => ReferenceBody.Of(reading.Edited, u))],
        [.. reading.Edited.ProblemsOf(section, key).Select(p => DraftProblemBody.Of(p, language))]);

    /// <summary>As it is written; with masked secrets where the caller may not see them. Null where there is none.</summary>
    public string? Text(string section, string key) => secrets ? Document.Text(section, key) : Document.TextMasked(section, key);

    /// <summary>For the audit log, which more people read.</summary>
    public JsonNode? WithoutSecrets(string section, string key) => Document.GetMasked(section, key);

    private JsonNode? Value(string section, string key) => secrets ? Document.Get(section, key) : Document.GetMasked(section, key);

    private string State(string section, string key) => reading.Edition.Document.Etag(section, key) is not { } before
        ? "added"
        : before == Mark(section, key) ? "unchanged" : "changed";

    private static int CountObjects(JsonNode? value) => value switch
    {
        JsonObject map => (map.ContainsKey(ObjectForms.Type) ? 1 : 0) + map.Sum(entry => CountObjects(entry.Value)),
        JsonArray items => items.Sum(CountObjects),
        _ => 0,
    };
}
