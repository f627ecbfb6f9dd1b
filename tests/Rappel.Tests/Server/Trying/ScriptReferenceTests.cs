using System.IO;
using Rappel.Core.Calls;
using Rappel.Core.Config.Forms;
using Rappel.Server.Configuration;
using Rappel.Tests.Tidy;

namespace Rappel.Tests.Server.Trying;

/// <summary>docs/scripts.md keeps to what the binder reads.</summary>
public class ScriptReferenceTests
{
    private const string Begin = "<!-- objects: written by ScriptReferenceTests, ACCEPT=1 -->\n";
    private const string End = "<!-- end of objects -->";

    [Fact]
    public void The_document_tells_every_object_as_it_is()
    {
        var file = Path.Combine(SourceTree.Root, "docs", "scripts.md");
        var text = File.ReadAllText(file);
        var (from, to) = (text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, text.IndexOf(End, StringComparison.Ordinal));
        var wanted = $"{text[..from]}\n{ScriptReference.Of(FormsJson.Write())}\n{text[to..]}";
        if (Environment.GetEnvironmentVariable("ACCEPT") == "1")
        {
            File.WriteAllText(file, wanted);
        }

        Assert.Equal(wanted, File.ReadAllText(file));
        Assert.Equal(ObjectForms.Names.Order(StringComparer.Ordinal), ScriptExamples.All.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_example_can_be_published()
    {
        foreach (var (type, (_, yaml)) in ScriptExamples.All)
        {
            var text = $"{ScriptExamples.Around}\nscripts:\n  other: {{ inQueue: [{{ wait: 5 s }}] }}\n  example:\n    inQueue:\n      - label: Again\n"
                + $"      - say: {{ en: Hello. }}\n      - getDigit: {{ exits: {{ 1: {{ goto: Example }}, 2: {{ goto: Again }}, 3: {{ goto: Again2 }} }} }}\n      - label: Example\n"
                + $"      - {yaml.ReplaceLineEndings("\n        ")}\n" + (type == "label" ? "      - wait: 5 s\n" : "      - label: Again2\n      - wait: 5 s\n");
            var result = ConfigurationReader.FromFiles(
                new Dictionary<string, string> { ["centre.yaml"] = text }, TenantId.Default, 1, new Dictionary<string, string> { ["CRM_TOKEN"] = "Bearer x" });
            Assert.True(result.Problems.IsEmpty, $"{type}: {string.Join('\n', result.Problems)}\n{text}");
        }
    }
}
