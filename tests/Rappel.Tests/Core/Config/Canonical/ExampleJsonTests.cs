using System.IO;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rappel.Core.Config;
using Rappel.Core.Config.Canonical;
using Rappel.Core.Config.Forms;
using Rappel.Server.Configuration;
using Rappel.Tests.Server.Configuration;

namespace Rappel.Tests.Core.Config.Canonical;

public class ExampleJsonTests
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The browser's tests work on the example that ships. ACCEPT=1 writes their copy anew.</summary>
    [Fact]
    public void The_browsers_copy_of_the_example_is_current()
    {
        var path = Path.Combine(ExampleFolder.Repository, "web", "src", "test", "acme-health.json");
        var current = Example().ToJsonString(Readable) + "\n";
        if (Environment.GetEnvironmentVariable("ACCEPT") == "1")
        {
            File.WriteAllText(path, current);
        }

        Assert.Equal(File.ReadAllText(path), current);
    }

    private static JsonObject Example()
    {
        var root = LongForm.Of(YamlConfiguration.Read(ConfigurationFolder.Load(ExampleFolder.AcmeHealth).Files).Root);
        var json = new JsonObject();
        foreach (var section in root.Entries)
        {
            var form = SectionForms.Find(section.Key.Text)!;
            json[form.Name] = form.Single ? CanonicalJson.Of(form.Record, section.Value) : new JsonObject(
                ((ConfigMap)section.Value).Entries.Select(e => KeyValuePair.Create(e.Key.Text, CanonicalJson.Of(form.Record, e.Value))));
        }

        return json;
    }
}
