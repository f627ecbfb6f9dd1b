using System.Collections.Immutable;
using System.IO;
using System.Text.Json.Nodes;
using Rappel.Core.Calls;
using Rappel.Core.Config;
using Rappel.Core.Config.Canonical;
using Rappel.Server.Configuration;
using Rappel.Tests.Server.Configuration;

namespace Rappel.Tests.Core.Config.Canonical;

/// <summary>What the browser's assistant makes of scripts of many shapes; its own test keeps the committed copy current.</summary>
public class AddedCallbackTests
{
    private static readonly JsonObject Made =
        JsonNode.Parse(File.ReadAllText(Path.Combine(ExampleFolder.Repository, "tests", "corpus", "scripts", "with-callback.json")))!.AsObject();

    public static TheoryData<string> Shapes => [.. Made.Select(script => script.Key)];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_script_that_callback_was_added_to_has_no_problem(string shape)
    {
        var example = YamlConfiguration.Read(ConfigurationFolder.Load(ExampleFolder.AcmeHealth).Files).Root;
        var script = new ConfigEntry(new ConfigScalar(SourceMark.None, "nurse-line", false), CanonicalJson.ToNode(Made[shape]));
        var scripts = new ConfigMap(SourceMark.None, [script]);
        var root = example with { Entries = [.. example.Entries.Select(e => e.Key.Text == "scripts" ? e with { Value = scripts } : e)] };

        var result = ConfigurationBinder.Bind(root, TenantId.Default, 1, ExampleFolder.Environment);

        Assert.Empty(result.Problems.Select(p => $"{p.Path}: {p.Message}"));
        Assert.NotNull(result.Snapshot);
    }
}
