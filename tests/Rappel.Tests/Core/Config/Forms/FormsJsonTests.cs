using System.IO;
using System.Text.Encodings.Web;
using System.Text.Json;
using Rappel.Core.Config.Forms;
using Rappel.Tests.Server.Configuration;

namespace Rappel.Tests.Core.Config.Forms;

public class FormsJsonTests
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The browser's tests and types are made of the committed copy. ACCEPT=1 writes it anew.</summary>
    [Fact]
    public void The_committed_copy_is_current()
    {
        var path = Path.Combine(ExampleFolder.Repository, "web", "forms.json");
        var current = FormsJson.Write().ToJsonString(Readable) + "\n";
        if (Environment.GetEnvironmentVariable("ACCEPT") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, current);
        }

        Assert.Equal(File.ReadAllText(path), current);
    }
}
