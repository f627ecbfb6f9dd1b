using System.IO;
using System.Threading.Tasks;
using Rappel.Acceptance.Staging;

namespace Rappel.Acceptance.Browser;

/// <summary>What axe finds on a page: rules of WCAG 2.2 A and AA, and axe's own best practices, as far as breaking them is serious or critical.</summary>
internal static class Accessibility
{
    private static readonly Lazy<string> Axe = new(() => File.ReadAllText(Path.Combine(Checkout.Root, "web", "node_modules", "axe-core", "axe.min.js")));

    // Each rule says how grave it is to break it; the others would be looked at in vain.
    private const string Look = """
        async () => {
          const grave = ['serious', 'critical'];
          const values = axe._audit.rules.filter(rule => rule.enabled && grave.includes(rule.impact) && !rule.tags.includes('experimental')).map(rule => rule.id);
          const { violations } = await axe.run(document, { runOnly: { type: 'rule', values }, resultTypes: ['violations'] });
          return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${target[0]} (${help})`));
        }
        """;

    /// <summary>Serious and critical findings, a line each; empty where there is none.</summary>
    public static async Task<IReadOnlyList<string>> Check(Window window)
    {
        // By the debugger, not by a script tag: the page's own content policy would rightly refuse that.
        if (!await window.Page.EvaluateAsync<bool>("'axe' in window"))
        {
            await window.Page.EvaluateAsync(Axe.Value);
        }

        return await window.Page.EvaluateAsync<string[]>(Look);
    }
}
