using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Rappel.Core.Config.Canonical;
using Rappel.Core.Config.Forms;

namespace Rappel.Server.Configuration.Drafts;

/// <summary>Hides secrets from whoever reads a configuration. What is written back with the mask in it keeps its secrets.</summary>
public static partial class SecretMask
{
    /// <summary>What is read in the place of a secret. A secret that comes from the environment (<c>${NAME}</c>) is no secret here.</summary>
    public const string Text = "********";

    /// <summary>A copy with the mask for each secret.</summary>
    public static JsonNode? Hide(ValueForm? form, JsonNode? json)
    {
        var copy = json?.DeepClone();
        if (copy is JsonValue single)
        {
            return form is ScalarForm scalar && IsSecret(scalar, single) ? JsonValue.Create(Text) : copy;
        }

        foreach (var secret in Secrets(form, copy))
        {
            secret.ReplaceWith(Text);
        }

        return copy;
    }

    /// <summary>A copy with what <paramref name="old"/> has for each mask; where it has nothing, the field is not there.</summary>
    public static JsonNode? Restore(ValueForm? form, JsonNode? json, JsonNode? old)
    {
        var copy = json?.DeepClone();
        if (HasMask(form, copy))
        {
            Fill(form, copy, old);
        }

        return copy;
    }

    private static void Fill(ValueForm? form, JsonNode? json, JsonNode? old)
    {
        switch (json)
        {
            case JsonObject map when (form is ScriptObjectForm ? FormWalk.ObjectOf(map) : form) is { } whole:
                foreach (var key in map.Select(e => e.Key).ToArray())
                {
                    FillField(whole.Inner(key), map, key, (old as JsonObject)?[key]);
                }

                break;
            case JsonArray items when form is not null:
                FillItems(form.Inner(""), items, old as JsonArray ?? []);
                break;
            default:
                break;
        }
    }

    private static void FillField(ValueForm? form, JsonObject map, string key, JsonNode? old)
    {
        if (form is not ScalarForm { Type: ScalarKind.Secret })
        {
            Fill(form, map[key], old);
        }
        else if (IsMask(map[key]) && old is null)
        {
            map.Remove(key);
        }
        else if (IsMask(map[key]))
        {
            map[key] = old!.DeepClone();
        }
    }

    /// <summary>An item keeps its secrets wherever in the list it has come to stand.</summary>
    private static void FillItems(ValueForm? form, JsonArray items, JsonArray old)
    {
        var hidden = old.Select(o => Hide(form, o)).ToArray();
        foreach (var (before, after) in Alignment.Of(hidden, [.. items], JsonNode.DeepEquals, (b, a) => ValueDifference.IsAlike(form, b, a)))
        {
            if (after >= 0)
            {
                Fill(form, items[after], before >= 0 ? old[before] : old.FirstOrDefault(o => JsonNode.DeepEquals(Hide(form, o), items[after])));
            }
        }
    }

    private static List<JsonValue> Secrets(ValueForm? form, JsonNode? json)
    {
        var secrets = new List<JsonValue>();
        FormWalk.Visit(form, json, "", (scalar, value, _) =>
        {
            if (IsSecret(scalar, value))
            {
                secrets.Add(value);
            }
        });
        return secrets;
    }

    private static bool HasMask(ValueForm? form, JsonNode? json) => Secrets(form, json).Exists(IsMask);

    private static bool IsMask(JsonNode? value) => value is JsonValue && value.GetValueKind() == JsonValueKind.String && CanonicalJson.TextOf(value) == Text;

    private static bool IsSecret(ScalarForm form, JsonValue value) =>
        form.Type == ScalarKind.Secret && value.GetValueKind() == JsonValueKind.String && !OfEnvironment().IsMatch(CanonicalJson.TextOf(value));

    [GeneratedRegex(@"^\$\{[A-Za-z0-9_]+\}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex OfEnvironment();
}
