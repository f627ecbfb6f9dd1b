using System.Threading.Tasks;
using Microsoft.Playwright;

namespace Rappel.Acceptance.Browser;

/// <summary>A headless Chromium of the system's, kept off the network but for this machine.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    // Debian's package; the test tool brings no browser of its own.
    private const string Program = "/usr/bin/chromium";

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream", "--autoplay-policy=no-user-gesture-required",
    ];

    private readonly IPlaywright playwright;
    private readonly IBrowser browser;

    private Chromium(IPlaywright playwright, IBrowser browser)
    {
        this.playwright = playwright;
        this.browser = browser;
    }

    /// <param name="voice">A WAV file that its microphone hears, again and again; null for the browser's own beeps.</param>
    public static async Task<Chromium> Start(string? voice = null)
    {
        var playwright = await Playwright.CreateAsync();
        string[] hears = voice is null ? [] : [$"--use-file-for-fake-audio-capture={voice}"];
        return new Chromium(playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program, Args = [.. Arguments, .. hears] }));
    }

    /// <summary>A window with cookies and storage of its own.</summary>
    /// <param name="address">Where relative addresses begin: <c>http://127.0.0.1:8080</c>.</param>
    public async Task<Window> Open(string address, Look look)
    {
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = address,
            Locale = look.Language == "fr" ? "fr-CA" : "en-CA",
            TimezoneId = "America/Toronto",
            ColorScheme = look.Dark ? ColorScheme.Dark : ColorScheme.Light,
            ViewportSize = new() { Width = look.Width, Height = look.Height },
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout((float)Window.Patience.TotalMilliseconds);
        return new Window(context, await context.NewPageAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}
