using System.Diagnostics;
using System.IO;
using System.Threading.Tasks;
using Rappel.Acceptance.Endpoints;
using Rappel.Acceptance.Staging;

namespace Rappel.Acceptance.Browser;

/// <summary>Takes the pictures of <c>docs/screens</c> anew: every page of the example, by day and by night.</summary>
internal static class PictureBook
{
    private const int Quality = 60;

    /// <returns>The exit code.</returns>
    public static async Task<int> Take(TextWriter output)
    {
        var clock = Stopwatch.StartNew();
        var folder = Path.Combine(Checkout.Root, "docs", "screens");
        Directory.CreateDirectory(folder);
        using var traces = TraceFolder.Take("screens");
        using var ports = PortBlock.Take();
        using var server = new RappelServer(ports, traces.Path, Variant.Prepare(traces.Path, []));
        await server.Start();
        await using var chromium = await Chromium.Start();
        // The day in English, the night in French.
        Look[] looks = [Look.Desk, Look.Desk.InTheDark.In("fr"), Look.Phone, Look.Phone.InTheDark.In("fr")];
        foreach (var look in looks)
        {
            // First, so that the other pages have something to tell of.
            await Shift.Play(server, chromium, look, (desk, name) => Shoot(desk, folder, name, look));
        }

        await Task.WhenAll(looks.Select(look => TakePages(server, chromium, folder, look)));

        output.WriteLine($"{Directory.GetFiles(folder).Length} pictures in {Path.GetRelativePath(Checkout.Root, folder)}, {clock.Elapsed:m\\:ss} min");
        return 0;
    }

    private static async Task TakePages(RappelServer server, Chromium chromium, string folder, Look look)
    {
        await using var window = await chromium.Open(server.Address, look);
        await window.Go("/");
        await Shoot(window, folder, "sign-in", look);
        await window.SignIn();
        foreach (var page in AppPage.All)
        {
            await window.Move(page.Path);
            await Shoot(window, folder, page.Name, look);
        }
    }

    private static Task<byte[]> Shoot(Window window, string folder, string name, Look look) => window.Page.ScreenshotAsync(new()
    {
        Path = Path.Combine(folder, $"{name}-{look.Width}-{(look.Dark ? "dark" : "light")}.jpg"),
        Type = Microsoft.Playwright.ScreenshotType.Jpeg,
        Quality = Quality,
    });
}
