using System.Text.Json.Nodes;
using Rappel.Core.Calls;
using Rappel.Core.Config;
using Rappel.Core.Config.Binding;
using Rappel.Core.Config.Canonical;
using Rappel.Core.Config.Forms;

namespace Rappel.Tests.Core.Config.Forms;

/// <summary>The smallest right value of each form, and a configuration that has one object of each section.</summary>
internal static class FormSample
{
    /// <summary>Key of the only object of a section.</summary>
    public static string KeyOf(string section) => section == "agents" ? "1001" : $"one-{section.ToLowerInvariant()}";

    /// <summary>One object of each section, each with the fields it must have.</summary>
    public static JsonObject Configuration()
    {
        var root = new JsonObject();
        foreach (var section in SectionForms.All)
        {
            var value = Record(section.Record);
            if (section.Name == "scripts")
            {
                value["main"] = new JsonArray(Object("hangUp"));
                value["inQueue"] = new JsonArray(Object("wait"));
            }
            else if (section.Name == "prompts")
            {
                value["en"] = new JsonObject { ["text"] = "Hello" };
            }

            root[section.Name] = section.Single ? value : new JsonObject { [KeyOf(section.Name)] = value };
        }

        return root;
    }

    public static JsonObject Object(string type)
    {
        var form = ObjectForms.Find(type)!;
        var json = Record(form.Whole);
        json["type"] = type;
        switch (type)
        {
            case "testVariable":
                json["equals"] = "1";
                break;
            case "testQueue":
                json["noAgentFree"] = true;
                break;
            case "checkNumber":
                json["url"] = "https://crm.example.net/";
                break;
            case "goto":
                json["label"] = "Here";
                break;
            case "loop":
                json["objects"] = new JsonArray(Object("wait"));
                break;
            default:
                break;
        }

        return json;
    }

    /// <summary>The smallest configuration with another object in its script's <c>inQueue</c>, at index 2.</summary>
    public static JsonObject ConfigurationWith(JsonObject item)
    {
        var root = Configuration();
        root["scripts"]![KeyOf("scripts")]!["inQueue"] = InQueue(item);
        return root;
    }

    /// <summary>What a script must have besides for the object to make sense, and be reached, in its <c>inQueue</c>.</summary>
    private static JsonArray InQueue(JsonObject item) => new(Place(), Object("wait"), item);

    public static JsonObject Record(RecordForm form)
    {
        var json = new JsonObject();
        foreach (var field in form.Fields.Where(f => f.Required || f.Name == form.ExactlyOne.FirstOrDefault()))
        {
            json[field.Name] = Value(field.Value);
        }

        return json;
    }

    public static JsonNode Value(ValueForm form) => form switch
    {
        ScalarForm scalar => Scalar(scalar),
        ListForm list => new JsonArray(Value(list.Item)),
        UtterancesForm => new JsonArray(new JsonObject { ["en"] = "Hello" }),
        RecordForm record => Record(record),
        DaysForm { ByDate: true } days => new JsonObject { ["2026-12-25"] = Value(days.Item) },
        DaysForm days => new JsonObject { ["monday"] = Value(days.Item) },
        MapForm map => new JsonObject { ["one"] = Value(map.Value) },
        ExitsForm exits => new JsonObject { [exits.Names[0]] = new JsonArray() },
        _ => new JsonArray(),
    };

    public static ConfigurationResult Bind(JsonObject root) => ConfigurationBinder.Bind(
        CanonicalJson.ToNode(root), TenantId.Default, 1, new Dictionary<string, string>(), new HashSet<string> { "hello.wav" });

    private static JsonObject Place() => new() { ["type"] = "label", ["name"] = "Here" };

    private static JsonNode Scalar(ScalarForm form) => form.Type switch
    {
        ScalarKind.Integer => form.Integer!.Minimum,
        ScalarKind.Duration => DurationText.Format(form.Duration!.Minimum),
        ScalarKind.Flag => true,
        ScalarKind.Choice => form.Choices.FirstOrDefault("none"),
        ScalarKind.Reference => KeyOf(form.To[0]),
        ScalarKind.PhoneNumber => "+15145550100",
        ScalarKind.Language => "en",
        ScalarKind.TimeZone => "America/Toronto",
        ScalarKind.Expression => "1001",
        ScalarKind.Variable => "customer.phoneNumber",
        ScalarKind.Pattern => "(.*)",
        ScalarKind.Rewrite => "$1",
        ScalarKind.Address => "127.0.0.1:5070",
        ScalarKind.Network => "127.0.0.0/8",
        ScalarKind.Label => "There",
        ScalarKind.Goto => "Here",
        ScalarKind.Hours => "08:00-17:00",
        ScalarKind.File => "hello.wav",
        ScalarKind.Url => "https://example.net/",
        _ => "word",
    };
}
