using System.Globalization;
using System.Text.Json.Nodes;
using Rappel.Core.Config.Binding;
using Rappel.Core.Config.Forms;

namespace Rappel.Tests.Core.Config.Forms;

/// <summary>Values on and beyond what a form allows.</summary>
internal static class FormWrongs
{
    public static JsonObject Seed(Place place) => place.Type is { } type ? new JsonObject { ["type"] = type } : [];

    /// <summary>An unknown key in the record, and in each record inside it: the record meant, how to put it in, and its path.</summary>
    public static IEnumerable<(RecordForm Record, Func<JsonObject, JsonObject> Wrap, string Path)> WithUnknown(RecordForm form, string key)
    {
        yield return (form, seed => With(seed, key, "1"), "");
        foreach (var field in form.Fields)
        {
            foreach (var (record, value, path) in Inside(field.Value, key))
            {
                yield return (record, seed => With(seed, field.Name, value.DeepClone()), $"/{field.Name}{path}");
            }
        }
    }

    /// <summary>Values of the fields that have a range: on its edges (right) and just beyond (wrong).</summary>
    public static IEnumerable<(string Name, JsonNode Value, bool Right)> Edges(RecordForm form)
    {
        foreach (var field in form.Fields)
        {
            if (field.Value is not ScalarForm scalar)
            {
                continue;
            }

            if (scalar.Integer is { } integer)
            {
                yield return (field.Name, integer.Minimum, true);
                yield return (field.Name, integer.Maximum, true);
                yield return (field.Name, integer.Minimum - 1, false);
                yield return (field.Name, integer.Maximum + 1, false);
            }
            else if (scalar.Duration is { } duration)
            {
                yield return (field.Name, Seconds(duration.Minimum), true);
                yield return (field.Name, Seconds(duration.Maximum), true);
                yield return (field.Name, Seconds(duration.Maximum + TimeSpan.FromSeconds(1)), false);
                if (duration.Minimum > TimeSpan.Zero)
                {
                    yield return (field.Name, Seconds(duration.Minimum - TimeSpan.FromSeconds(1)), false);
                }
            }
            else if (scalar.Type is ScalarKind.Choice && field.Name != ObjectForms.Type)
            {
                yield return (field.Name, "no-such-word", false);
                foreach (var word in scalar.Choices)
                {
                    yield return (field.Name, word, true);
                }
            }
        }
    }

    private static IEnumerable<(RecordForm Record, JsonNode Value, string Path)> Inside(ValueForm form, string key)
    {
        switch (form)
        {
            case RecordForm record:
                yield return (record, new JsonObject { [key] = "1" }, "");
                break;
            case ListForm { Item: RecordForm record }:
                yield return (record, new JsonArray(new JsonObject { [key] = "1" }), "/0");
                break;
            case UtterancesForm { Item: var record }:
                yield return (record, new JsonArray(new JsonObject { [key] = "1" }), "/0");
                break;
            case DaysForm { Item.Item: RecordForm record } days:
                var day = days.ByDate ? "2026-12-25" : "monday";
                yield return (record, new JsonObject { [day] = new JsonArray(new JsonObject { [key] = "1" }) }, $"/{day}/0");
                break;
            default:
                break;
        }
    }

    private static string Seconds(TimeSpan duration) => string.Create(CultureInfo.InvariantCulture, $"{(long)duration.TotalSeconds} s");

    private static JsonObject With(JsonObject seed, string name, JsonNode value)
    {
        seed[name] = value;
        return seed;
    }
}
