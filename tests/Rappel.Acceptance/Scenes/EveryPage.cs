using System.IO;
using System.Threading.Tasks;
using Microsoft.Playwright;
using Rappel.Acceptance.Browser;
using Rappel.Acceptance.Staging;

namespace Rappel.Acceptance.Scenes;

/// <summary>Every page is opened, by day at a desk and by night on a phone: nothing sticks out, nothing fails, and axe finds nothing serious.</summary>
internal sealed class EveryPage() : Scene("every page, at a desk and on a phone")
{
    protected override async Task Play(Stage stage)
    {
        var listed = await File.ReadAllTextAsync(Path.Combine(Checkout.Root, "web", "src", "app", "pages.ts"));
        var routes = listed.Split("path: \"").Length - 1;
        stage.Check(AppPage.All.Length >= routes, $"{AppPage.All.Length} addresses for {routes} routes");
        await using var chromium = await Chromium.Start();
        foreach (var look in new[] { Look.Desk, Look.Phone.In("fr").InTheDark })
        {
            await using var window = await chromium.Open(stage.Server.Address, look);
            try
            {
                await LookAtAll(stage, window, look);
            }
            catch (Exception missing) when (missing is PlaywrightException or TimeoutException)
            {
                throw new SceneOverException($"at {window.Page.Url}: {missing.Message.Split('\n')[0]}");
            }
        }
    }

    private static async Task LookAtAll(Stage stage, Window window, Look look)
    {
        await window.Go("/");
        var found = new List<string>(await Accessibility.Check(window));
        await window.SignIn();
        foreach (var page in AppPage.All)
        {
            await window.Go(page.Path);
            found.AddRange((await Accessibility.Check(window)).Select(line => $"{page.Path}: {line}"));
            if (await window.IsTooWide())
            {
                found.Add($"{page.Path} is wider than the window");
            }
        }

        found.AddRange(window.Wrong);
        stage.Check(found.Count == 0, found.Count == 0 ? $"{AppPage.All.Length} pages at {look}: nothing serious" : string.Join("\n      ", found.Prepend($"at {look}")));
    }
}
