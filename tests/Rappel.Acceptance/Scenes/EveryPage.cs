using System.IO;
using System.Net.Http;
using System.Threading.Tasks;
using Microsoft.Playwright;
using Rappel.Acceptance.Browser;
using Rappel.Acceptance.Staging;

namespace Rappel.Acceptance.Scenes;

/// <summary>
/// Every page is looked at, by day at a desk and by night on a phone: nothing sticks out, nothing fails, and axe finds nothing serious. One goes
/// from page to page as links do; that each address can be opened by itself is asked apart.
/// </summary>
internal sealed class EveryPage() : Scene("every page, at a desk and on a phone")
{
    protected override async Task Play(Stage stage)
    {
        var listed = await File.ReadAllTextAsync(Path.Combine(Checkout.Root, "web", "src", "app", "pages.ts"));
        var routes = listed.Split("path: \"").Length - 1;
        stage.Check(AppPage.All.Length >= routes, $"{AppPage.All.Length} addresses for {routes} routes");
        await MakeSomethingToShow(stage);
        await CheckAddresses(stage);
        await using var chromium = await Chromium.Start();
        await Task.WhenAll(new[] { Look.Desk, Look.Phone.In("fr").InTheDark }.Select(look => LookAtAll(stage, chromium, look)));
    }

    /// <summary>A callback and the call it came from, so that pages of one have one.</summary>
    private static async Task MakeSomethingToShow(Stage stage)
    {
        var (status, body) = await stage.Api.Post("callbacks", """{"number":"514 555 0171","name":"Zoé Côté","note":"Parler lentement."}""");
        Stage.Need(status == 201, $"no callback was made: {status} {body}");
        stage.Caller("caller", "+15145550133", Stage.French, hangsUpAfter: TimeSpan.FromSeconds(2));
        Stage.Need(await Waiting.For(async () => (await stage.Api.Interactions()) is { Count: > 0 } ? "yes" : null, Stage.Soon), "no call was recorded");
    }

    private static async Task CheckAddresses(Stage stage)
    {
        using var http = new HttpClient { BaseAddress = new Uri(stage.Server.Address), DefaultRequestHeaders = { { "Accept", "text/html" } } };
        foreach (var page in AppPage.All)
        {
            using var answer = await http.GetAsync(page.Path);
            var text = await answer.Content.ReadAsStringAsync();
            Stage.Need(answer.IsSuccessStatusCode && text.Contains("id=\"root\"", StringComparison.Ordinal), $"{page.Path} does not open by its address");
        }
    }

    private static async Task LookAtAll(Stage stage, Chromium chromium, Look look)
    {
        await using var window = await chromium.Open(stage.Server.Address, look);
        try
        {
            await window.Go("/");
            List<string> found = [.. await Accessibility.Check(window)];
            await window.SignIn();
            foreach (var page in AppPage.All)
            {
                await window.Move(page.Path);
                found.AddRange((await Accessibility.Check(window)).Select(line => $"{page.Path}: {line}"));
                if (await window.IsTooWide())
                {
                    found.Add($"{page.Path} is wider than the window");
                }
            }

            found.AddRange(window.Wrong);
            stage.Check(found.Count == 0, found.Count == 0 ? $"{AppPage.All.Length} pages at {look}: nothing serious" : string.Join("\n      ", found.Prepend($"at {look}")));
        }
        catch (Exception missing) when (missing is PlaywrightException or TimeoutException)
        {
            throw new SceneOverException($"at {window.Page.Url}: {missing.Message.Split('\n')[0]}");
        }
    }
}
