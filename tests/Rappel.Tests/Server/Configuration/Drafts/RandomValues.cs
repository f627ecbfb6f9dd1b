using System.Text.Json.Nodes;
using Rappel.Core.Config;
using Rappel.Core.Config.Canonical;
using Rappel.Core.Config.Forms;

namespace Rappel.Tests.Server.Configuration.Drafts;

/// <summary>Values of any form: right ones, wrong ones, and texts that YAML might take for something else.</summary>
internal sealed class RandomValues(int seed)
{
    private static readonly string[] Texts =
    [
        "word", "two words", "", " ", "null", "~", "true", "no", "closed", "12", "-1", "1.5e3", "+15145550100", "2026-12-25", "08:00-17:00", "5 min", "#", "*", "# no comment",
        "a # comment", "a: b", "a:", ": a", "- a", "-", "?", "[a]", "[current channel]", "{ a: b }", "a, b", "'", "\"", "it's", "say \"hi\"", @"\d+", "%", "@", "`", "&a", "!x", "|", ">-",
        "${NAME}", "${NAME:-x}", "$a + 1", "<<", "---", "...", "--- a", "Bonjour. Ça va? Très bien!", "line\nline", "line\n", "\nline", "a\n\n b\n", " a\nb", "a \nb", "tab\there", "\ttab",
        "end ", "caf\u00e9\u00a0: oui", "\u2028", "\ufeff", "\ud83d\ude00", "\u0000", "\u001b[2J", "\r\n", "=", "0x1F", "1_000", "yes", ".inf", "every-day", "monday-friday",
    ];

    private readonly Random random = new(seed);

    public JsonNode? Canonical(SectionForm section) => CanonicalJson.Canonical(section.Record, Value(section.Record, 0), "fr");

    private JsonNode? Value(ValueForm? form, int depth)
    {
        if (depth > 9 || random.Next(40) == 0)
        {
            return Wrong();
        }

        switch (form)
        {
            case ScalarForm scalar:
                return Scalar(scalar);
            case ListForm list:
                return Items(() => Value(list.Item, depth + 1));
            case UtterancesForm said:
                return Items(() => Value(said.Item, depth + 1));
            case RecordForm record:
                return Fields(record.Fields, depth);
            case DaysForm days:
                return Days(days, depth);
            case SequenceForm:
                return Items(() => Value(ScriptObjectForm.Instance, depth + 1));
            case ScriptObjectForm:
                return ScriptObject(depth);
            case ExitsForm exits:
                return Map(exits.Names, _ => Value(SequenceForm.Instance, depth + 1));
            case MapForm map:
                return Map(Texts, _ => Value(map.Value, depth + 1));
            default:
                return Wrong();
        }
    }

    private JsonObject ScriptObject(int depth)
    {
        var form = ObjectForms.All[random.Next(ObjectForms.All.Length)];
        var item = Fields(form.Whole.Fields, depth);
        item["type"] = random.Next(30) == 0 ? Text() : form.Name;
        return item;
    }

    private JsonObject Fields(IEnumerable<FieldForm> fields, int depth)
    {
        var json = new JsonObject();
        foreach (var field in fields.Where(_ => random.Next(2) == 0))
        {
            json[field.Name] = Value(field.Value, depth + 1);
        }

        if (random.Next(30) == 0)
        {
            json[Text()] = Wrong();
        }

        return json;
    }

    private JsonObject Days(DaysForm form, int depth)
    {
        string[] names = form.ByDate ? ["2026-12-24", "2026-12-25", "2027-01-01"] : ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
        var usual = Value(form.Item, depth + 1);
        return Map(names, _ => random.Next(3) == 0 ? Value(form.Item, depth + 1) : usual?.DeepClone());
    }

    private JsonObject Map(IEnumerable<string> names, Func<string, JsonNode?> value)
    {
        var json = new JsonObject();
        foreach (var name in names.Where(_ => random.Next(3) > 0).Take(9))
        {
            json[name] = value(name);
        }

        return json;
    }

    private JsonArray Items(Func<JsonNode?> item) => new([.. Enumerable.Range(0, random.Next(4)).Select(_ => item())]);

    private JsonNode Scalar(ScalarForm form) => random.Next(8) == 0 ? Text() : form.Type switch
    {
        ScalarKind.Integer => random.Next(100),
        ScalarKind.Flag => random.Next(2) == 0,
        ScalarKind.Duration => $"{random.Next(90)} min",
        ScalarKind.Choice when !form.Choices.IsEmpty => form.Choices[random.Next(form.Choices.Length)],
        ScalarKind.Language => ConfigurationLimits.Languages[random.Next(2)],
        ScalarKind.Hours => $"0{random.Next(9)}:00-1{random.Next(9)}:30",
        ScalarKind.Text or ScalarKind.Expression => random.Next(3) == 0 ? LongText() : Text(),
        _ => Text(),
    };

    private JsonNode? Wrong() => random.Next(6) switch
    {
        0 => null,
        1 => random.Next(1000),
        2 => new JsonArray(Text(), new JsonArray(), new JsonObject()),
        3 => new JsonObject { [Text()] = Text(), ["b"] = new JsonArray(Text()) },
        4 => random.NextDouble(),
        _ => Text(),
    };

    private string Text() => Texts[random.Next(Texts.Length)];

    private string LongText() => string.Join(random.Next(20) == 0 ? "  " : " ", Enumerable.Range(0, random.Next(60)).Select(_ => random.Next(6) == 0 ? Text() : "Attendez."));
}
