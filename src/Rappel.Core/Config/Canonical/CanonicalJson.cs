using System.Text.Json;
using System.Text.Json.Nodes;
using Rappel.Core.Config.Forms;

namespace Rappel.Core.Config.Canonical;

/// <summary>
/// The configuration as typed JSON, and back. What has the wrong type is carried over as it is, for the binder to report at its place.
/// </summary>
public static class CanonicalJson
{
    /// <param name="node">In its long form.</param>
    /// <returns>Null for a key with nothing after it.</returns>
    public static JsonNode? Of(ValueForm? form, ConfigNode node) => node switch
    {
        ConfigScalar { IsNull: true } => null,
        ConfigScalar scalar => ScalarValue.ToJson(form as ScalarForm, scalar.Text),
        ConfigSequence sequence => new JsonArray([.. sequence.Items.Select(item => Of(form?.Inner(""), item))]),
        ConfigMap map => OfMap(form is ScriptObjectForm ? ObjectOf(map) : form, map),
        _ => null,
    };

    /// <summary>What was sent: the tree a binder, or <see cref="LongForm"/>, reads. It stands in no file.</summary>
    public static ConfigNode ToNode(JsonNode? json) => json switch
    {
        null => new ConfigScalar(SourceMark.None, "", false),
        JsonArray array => new ConfigSequence(SourceMark.None, [.. array.Select(ToNode)]),
        JsonObject map => new ConfigMap(SourceMark.None, [.. map.Select(e => LongForm.Entry(SourceMark.None, e.Key, ToNode(e.Value)))]),
        _ => json.GetValueKind() == JsonValueKind.String
            ? new ConfigScalar(SourceMark.None, TextOf(json), true)
            : new ConfigScalar(SourceMark.None, json.ToJsonString(), false),
    };

    /// <summary>JSON as it came in, in canonical form: long, typed, in order.</summary>
    /// <param name="language">Of texts that name none; null leaves them alone.</param>
    public static JsonNode? Canonical(ValueForm form, JsonNode? json, string? language) =>
        Of(form, new LongForm(language).Value(form, ToNode(json)));

    /// <summary>The text of a JSON string. One with half a character in it, which JSON allows and .NET refuses, is told as it was sent.</summary>
    public static string TextOf(JsonNode json)
    {
        try
        {
            return json.GetValue<string>();
        }
        catch (InvalidOperationException)
        {
            return json.ToJsonString();
        }
    }

    /// <summary>The form of a script object by its <c>type</c>; null where it has none that is known.</summary>
    public static RecordForm? ObjectOf(ConfigMap map) =>
        map.Entries.FirstOrDefault(e => e.Key.Text == ObjectForms.Type)?.Value is ConfigScalar type ? ObjectForms.Find(type.Text)?.Whole : null;

    private static JsonObject OfMap(ValueForm? form, ConfigMap map)
    {
        var json = new JsonObject();
        foreach (var (key, value) in map.Entries)
        {
            // A key that is written twice is reported by the binder; the first counts, as there.
            json.TryAdd(key.Text, Of(form?.Inner(key.Text), value));
        }

        return json;
    }
}
