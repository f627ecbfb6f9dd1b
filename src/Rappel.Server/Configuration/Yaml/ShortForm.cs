using System.Text.Json;
using System.Text.Json.Nodes;
using Rappel.Core.Config.Canonical;
using Rappel.Core.Config.Forms;

namespace Rappel.Server.Configuration.Yaml;

/// <summary>Canonical JSON in the short spelling people write by hand. <c>LongForm</c> makes the same JSON of it again.</summary>
internal static class ShortForm
{
    /// <summary>A list of this many plain words or fewer is tried on one line.</summary>
    private const int ItemsOnOneLine = 8;

    private const int FieldsOnOneLine = 4;

    /// <summary>Records of as few fields as this in all, as a code with its name, read best on one line.</summary>
    private const int SmallRecord = 3;

    /// <summary>An object of a section: a field a line.</summary>
    public static YamlShape Of(SectionForm section, JsonNode? json) =>
        Of(section.Record, json) is YamlMap map ? map with { OnOneLine = false } : Of(section.Record, json);

    public static YamlShape Of(ValueForm? form, JsonNode? json) => (form, json) switch
    {
        (_, null) => YamlWord.Nothing,
        (_, JsonValue value) => Word(form as ScalarForm, value),
        (UtterancesForm said, JsonArray { Count: 1 } one) when one[0] is JsonObject => Of(said.Item, one[0]),
        (ListForm list, JsonArray items) => List(items, item => Item(list.Item, item)),
        (DaysForm days, JsonObject map) => ShortDays.Of(days, map),
        (ExitsForm, JsonObject map) => new YamlMap([.. map.Select(e => (e.Key, Exit(e.Value)))], false),
        (SequenceForm, JsonArray items) => new YamlList([.. items.Select(Object)], false),
        (ScriptObjectForm, JsonObject) => Object(json),
        (RecordForm record, JsonObject map) => Record(record, map),
        (_, JsonArray items) => List(items, item => Of(form?.Inner(""), item)),
        (_, JsonObject map) => new YamlMap([.. map.Select(e => (e.Key, Of(form?.Inner(e.Key), e.Value)))], false),
        _ => throw new NotSupportedException(json.GetType().Name),
    };

    /// <summary>A record in a list: its principal field alone where it has no other.</summary>
    public static YamlShape Item(ValueForm form, JsonNode? item) =>
        form is RecordForm { Principal: { } principal } record && item is JsonObject { Count: 1 } map && map[principal] is JsonValue value
            ? Word(record.Field(principal)!.Value as ScalarForm, value)
            : Of(form, item);

    private static YamlList List(JsonArray items, Func<JsonNode?, YamlShape> shape)
    {
        var shapes = items.Select(shape).ToArray();
        return new YamlList([.. shapes], shapes.Length <= ItemsOnOneLine && Array.TrueForAll(shapes, s => s is YamlWord));
    }

    private static YamlMap Record(RecordForm form, JsonObject map)
    {
        var entries = map.Select(e => (e.Key, Value: Value(form.Field(e.Key)?.Value, e.Value))).ToArray();
        var isSmall = form.Principal is not null || (form.Fields.Length <= SmallRecord && !ReferenceEquals(form, Speech));
        return new YamlMap([.. entries], isSmall && entries.Length <= FieldsOnOneLine && Array.TrueForAll(entries, e => e.Value is YamlWord));
    }

    /// <summary>The value of a field. What is said in one language only is a word, and a file is named on the same line.</summary>
    private static YamlShape Value(ValueForm? form, JsonNode? value) => form is RecordForm { Principal: not null } ? Item(form, value) : Of(form, value);

    private static RecordForm Speech { get; } = ((UtterancesForm)ObjectForms.Find("say")!.Record.Field("text")!.Value).Item;

    private static YamlShape Exit(JsonNode? sequence) => sequence switch
    {
        JsonArray { Count: 0 } => YamlWord.Nothing,
        JsonArray { Count: 1 } one when Object(one[0]) is YamlWord word => word,

        // One object of one word fits on the line: { goto: Rappel }.
        JsonArray { Count: 1 } one when Object(one[0]) is YamlMap { Entries: [(_, YamlWord)] } only => only with { OnOneLine = true },
        _ => Of(SequenceForm.Instance, sequence),
    };

    private static YamlShape Object(JsonNode? json)
    {
        if (json is not JsonObject map || map[ObjectForms.Type] is not JsonValue type || type.GetValueKind() != JsonValueKind.String
            || ObjectForms.Find(type.GetValue<string>()) is not { } form)
        {
            return Of((ValueForm?)null, json);
        }

        var rest = map.Where(e => e.Key != ObjectForms.Type).ToArray();
        if (rest.Length == 0)
        {
            return Word(null, type);
        }

        return new YamlMap([(form.Name, Parameters(form, rest))], false);
    }

    private static YamlShape Parameters(ObjectForm form, KeyValuePair<string, JsonNode?>[] given)
    {
        if (given is [var (key, value)] && key == form.Record.Principal && value is not null)
        {
            var principal = form.Record.Field(key)!.Value;
            return principal is ListForm { Item: ScalarForm word } && value is JsonArray { Count: 1 } one && one[0] is JsonValue only
                ? Word(word, only) : Of(principal, value);
        }

        var entries = given.Select(e => (e.Key, Value: Of(form.Whole.Field(e.Key)?.Value, e.Value))).ToArray();
        return new YamlMap([.. entries], entries.Length <= FieldsOnOneLine && Array.TrueForAll(entries, e => e.Value is YamlWord));
    }

    private static YamlWord Word(ScalarForm? form, JsonValue value)
    {
        if (value.GetValueKind() != JsonValueKind.String)
        {
            return new YamlWord(value.ToJsonString(), YamlQuotes.WhereNeeded);
        }

        var text = CanonicalJson.TextOf(value);
        return new YamlWord(text, form switch
        {
            { Type: ScalarKind.Pattern } => YamlQuotes.Single,
            { Type: ScalarKind.Reference, Choices: var choices } when choices.Contains(text) => YamlQuotes.Verbatim,
            { Type: ScalarKind.Text or ScalarKind.PhoneNumber or ScalarKind.Expression or ScalarKind.Secret or ScalarKind.Choice } => YamlQuotes.WhereNotText,
            _ => YamlQuotes.WhereNeeded,
        });
    }
}
