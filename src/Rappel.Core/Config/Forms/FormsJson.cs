using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Rappel.Core.Config.Forms;

/// <summary>The tables as JSON: what a screen or a program needs to know of every field.</summary>
public static class FormsJson
{
    public static JsonObject Write()
    {
        var sections = new JsonObject();
        foreach (var section in SectionForms.All)
        {
            var written = new JsonObject { ["fields"] = Fields(section.Record.Fields) };
            if (section.Single)
            {
                written["single"] = true;
            }

            sections[section.Name] = written;
        }

        var objects = new JsonObject();
        foreach (var form in ObjectForms.All)
        {
            objects[form.Name] = Write(form);
        }

        return new JsonObject
        {
            ["languages"] = Words(ConfigurationLimits.Languages),
            ["variables"] = new JsonObject { ["system"] = Words(ScriptVariables.System), ["data"] = Words(ScriptVariables.Data) },
            ["keyLength"] = ConfigurationLimits.KeyLength,
            ["sections"] = sections,
            ["objects"] = objects,
        };
    }

    private static JsonObject Write(ObjectForm form)
    {
        var written = new JsonObject
        {
            ["fields"] = Fields(form.Record.Fields),
            ["exits"] = Words(form.Exits),
            ["exitsRequired"] = form.ExitsRequired,
            ["inQueueOnly"] = form.InQueueOnly,
        };
        if (form.Record.Principal is { } principal)
        {
            written["principal"] = principal;
        }

        return written;
    }

    private static JsonArray Fields(ImmutableArray<FieldForm> fields) => new([.. fields.Select(Write)]);

    private static JsonObject Write(FieldForm field)
    {
        var written = new JsonObject { ["name"] = field.Name };
        AddValue(written, field.Value);
        written["required"] = field.Required;
        if (field.Default is { } otherwise)
        {
            written["default"] = ScalarValue.ToJson((ScalarForm)field.Value, otherwise);
        }

        return written;
    }

    private static JsonObject Value(ValueForm form)
    {
        var written = new JsonObject();
        AddValue(written, form);
        return written;
    }

    private static void AddValue(JsonObject written, ValueForm form)
    {
        written["kind"] = form.Kind;
        switch (form)
        {
            case ScalarForm scalar:
                AddRange(written, scalar);
                break;
            case ListForm list:
                written["item"] = Value(list.Item);
                written["most"] = list.Most;
                break;
            case UtterancesForm utterances:
                written["item"] = Value(utterances.Item);
                written["most"] = utterances.Most;
                break;
            case DaysForm days:
                written["item"] = Value(days.Item.Item);
                break;
            case MapForm map:
                written["keys"] = map.Keys;
                written["item"] = Value(map.Value);
                written["most"] = map.Most;
                break;
            case RecordForm record:
                written["fields"] = Fields(record.Fields);
                if (!record.ExactlyOne.IsEmpty)
                {
                    written["exactlyOne"] = Words(record.ExactlyOne);
                }

                break;
            default:
                break;
        }
    }

    private static void AddRange(JsonObject written, ScalarForm scalar)
    {
        if (scalar.Integer is { } integer)
        {
            written["minimum"] = integer.Minimum;
            written["maximum"] = integer.Maximum;
        }

        if (scalar.Duration is { } duration)
        {
            written["minimum"] = Binding.DurationText.Format(duration.Minimum);
            written["maximum"] = Binding.DurationText.Format(duration.Maximum);
        }

        if (!scalar.Choices.IsEmpty)
        {
            written["choices"] = Words(scalar.Choices);
        }

        if (!scalar.To.IsEmpty)
        {
            written["to"] = Words(scalar.To);
        }

        if (scalar.Longest is { } longest)
        {
            written["longest"] = longest;
        }
    }

    private static JsonArray Words(ImmutableArray<string> words) => new([.. words.Select(w => (JsonNode)w)]);
}
