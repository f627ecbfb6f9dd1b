using System.IO;
using System.Text.Json;
using System.Threading.Tasks;
using Rappel.Acceptance.Staging;

namespace Rappel.Acceptance.Browser;

/// <summary>What axe finds on a page: rules of WCAG 2.2 A and AA, and axe's own best practices.</summary>
internal static class Accessibility
{
    private static readonly string[] Grave = ["serious", "critical"];

    private static readonly Lazy<string> Axe = new(() => File.ReadAllText(Path.Combine(Checkout.Root, "web", "node_modules", "axe-core", "axe.min.js")));

    /// <summary>Serious and critical findings, a line each; empty where there is none.</summary>
    public static async Task<IReadOnlyList<string>> Check(Window window)
    {
        // By the debugger, not by a script tag: the page's own content policy would rightly refuse that.
        await window.Page.EvaluateAsync(Axe.Value);
        var found = await window.Page.EvaluateAsync<JsonElement>("axe.run(document, { resultTypes: ['violations'] })");
        return
        [
            .. found.GetProperty("violations").EnumerateArray()
                .Where(violation => Grave.Contains(violation.GetProperty("impact").GetString()))
                .SelectMany(violation => violation.GetProperty("nodes").EnumerateArray().Select(node =>
                    $"{violation.GetProperty("id").GetString()}: {node.GetProperty("target")[0]} ({violation.GetProperty("help").GetString()})")),
        ];
    }
}
