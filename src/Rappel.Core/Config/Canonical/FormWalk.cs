using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rappel.Core.Config.Forms;

namespace Rappel.Core.Config.Canonical;

/// <summary>Goes through canonical JSON with the forms beside it.</summary>
public static class FormWalk
{
    /// <summary>Sees each single value whose form is known.</summary>
    /// <param name="pointer">Of <paramref name="json"/>; those of what is in it begin with it (RFC 6901).</param>
    public static void Visit(ValueForm? form, JsonNode? json, string pointer, Action<ScalarForm, JsonValue, string> see)
    {
        switch (json)
        {
            case JsonValue value when form is ScalarForm scalar:
                see(scalar, value, pointer);
                break;
            case JsonArray items when form is not null:
                for (var index = 0; index < items.Count; index++)
                {
                    Visit(form.Inner(""), items[index], $"{pointer}/{index.ToString(CultureInfo.InvariantCulture)}", see);
                }

                break;
            case JsonObject map when (form is ScriptObjectForm ? ObjectOf(map) : form) is { } whole:
                foreach (var (key, value) in map)
                {
                    if (whole.Inner(key) is { } inner)
                    {
                        Visit(inner, value, $"{pointer}/{Escape(key)}", see);
                    }
                }

                break;
            default:
                break;
        }
    }

    /// <summary>A key as a step of a pointer.</summary>
    public static string Escape(string key) =>
        key.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    /// <summary>The form of a script object by its <c>type</c>; null where it has none that is known.</summary>
    public static RecordForm? ObjectOf(JsonObject item) =>
        item[ObjectForms.Type] is JsonValue type && type.GetValueKind() == JsonValueKind.String
            ? ObjectForms.Find(CanonicalJson.TextOf(type))?.Whole : null;
}
