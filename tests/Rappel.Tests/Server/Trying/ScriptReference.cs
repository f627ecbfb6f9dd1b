using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rappel.Core.Config;
using Rappel.Core.Config.Canonical;
using Rappel.Core.Config.Forms;
using Rappel.Server.Configuration;

namespace Rappel.Tests.Server.Trying;

/// <summary>The reference of script objects, as the forms and the examples have it.</summary>
internal static class ScriptReference
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(JsonObject forms)
    {
        var text = new StringBuilder();
        foreach (var (type, (purpose, yaml)) in ScriptExamples.All)
        {
            var form = forms["objects"]![type]!.AsObject();
            text.Append($"### {type}\n\n{purpose}\n\n");
            if (form["inQueueOnly"]!.GetValue<bool>())
            {
                text.Append("Only in `inQueue`.\n\n");
            }

            AppendFields(text, form["fields"]!.AsArray(), form["principal"]?.GetValue<string>());
            var exits = form["exits"]!.AsArray().Select(e => $"`{e}`").ToList();
            text.Append(exits.Count == 0 ? "" : $"Exits: {string.Join(", ", exits)}.\n\n");
            text.Append($"```yaml\n- {yaml.ReplaceLineEndings("\n  ")}\n```\n\n```json\n{Json(yaml)}\n```\n\n");
        }

        return text.ToString().TrimEnd() + "\n";
    }

    private static void AppendFields(StringBuilder text, JsonArray fields, string? principal)
    {
        if (fields.Count == 0)
        {
            return;
        }

        text.Append("| parameter | what | when left out |\n|---|---|---|\n");
        foreach (var field in fields)
        {
            var name = field!["name"]!.GetValue<string>();
            var otherwise = field["required"]!.GetValue<bool>() ? "must be written" : field["default"] is { } value ? $"`{value}`" : "–";
            text.Append($"| `{name}`{(name == principal ? " (short form)" : "")} | {What(field.AsObject())} | {otherwise} |\n");
        }

        text.Append('\n');
    }

    private static string What(JsonObject field)
    {
        var kind = field["kind"]!.GetValue<string>();
        var allowed = field switch
        {
            _ when field["choices"] is JsonArray { Count: 1 } only && field["to"] is JsonArray others => $"`{only[0]}`, or key in `{others[0]}`",
            _ when field["choices"] is JsonArray choices => string.Join(", ", choices.Select(c => $"`{c}`")),
            _ when field["minimum"] is { } minimum => $"{minimum} to {field["maximum"]}",
            _ when field["to"] is JsonArray to => $"key in {string.Join(" or ", to.Select(t => $"`{t}`"))}",
            _ when field["item"] is JsonObject item && kind != "utterances" => $"of {What(item)}",
            _ when field["longest"] is { } longest => $"at most {longest} characters",
            _ => "",
        };
        var most = field["most"] is { } count ? $", at most {count}" : "";
        var words = kind switch
        {
            "utterances" => "what is said: texts by language, or prompts",
            "flag" => "`true` or `false`",
            "sequence" => "list of objects",
            "reference" => "",
            _ => kind,
        };
        return (allowed.Length == 0 ? words : words.Length == 0 ? allowed : $"{words}, {allowed}") + most;
    }

    /// <summary>The example as it is over HTTP.</summary>
    private static string Json(string yaml)
    {
        var root = YamlConfiguration.Read(new Dictionary<string, string> { ["x.yaml"] = $"scripts:\n  x:\n    inQueue:\n      - {yaml.ReplaceLineEndings("\n        ")}\n" }).Root;
        var scripts = (ConfigMap)LongForm.Of((ConfigMap)root).Entries[0].Value;
        var script = CanonicalJson.Of(SectionForms.Find("scripts")?.Record, scripts.Entries[0].Value) ?? throw new InvalidOperationException(yaml);
        return script["inQueue"]![0]!.ToJsonString(Readable);
    }
}
