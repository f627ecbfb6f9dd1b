using System.IO;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Rappel.Acceptance.Endpoints;
using Rappel.Acceptance.Staging;

namespace Rappel.Acceptance.Scenes;

/// <summary>An integrator follows <c>docs/callback-with-curl.md</c> on an empty server, line by line; the next caller is called back.</summary>
internal sealed partial class SetUpWithCurl() : Scene("set up with curl, from nothing")
{
    protected override bool FromNothing => true;

    protected override async Task Play(Stage stage)
    {
        await RunTheDocument(stage);
        await stage.IsCalledBack("nurses", Stage.English, "+15145550124", "3", "5145550124#", "1");
    }

    private static async Task RunTheDocument(Stage stage)
    {
        var page = await File.ReadAllTextAsync(Path.Combine(Checkout.Root, "docs", "callback-with-curl.md"));
        var script = Path.Combine(stage.Folder, "callback-with-curl.sh");
        await File.WriteAllTextAsync(script, string.Join("\n", Block().Matches(page).Select(block => block.Groups[1].Value)));
        var environment = new Dictionary<string, string> { ["RAPPEL"] = stage.Server.Address, ["API_TOKEN"] = RappelServer.Token };
        using var shell = new ChildProcess("curl", "bash", ["-eu", script], stage.Folder, environment);
        var code = await shell.Exited(Stage.Soon);
        Stage.Need(code == 0, $"the document's lines ended with {code}: {string.Join(" | ", shell.Lines.TakeLast(4))}");
        stage.Note("integrator", "has run every line of docs/callback-with-curl.md");
    }

    [GeneratedRegex("^```bash\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
