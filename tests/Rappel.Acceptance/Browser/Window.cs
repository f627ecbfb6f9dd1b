using System.Collections.Concurrent;
using System.Threading.Tasks;
using Microsoft.Playwright;

namespace Rappel.Acceptance.Browser;

/// <summary>One window, and all that went wrong in it: errors of its scripts, and answers of the server that no page should provoke.</summary>
internal sealed class Window : IAsyncDisposable
{
    /// <summary>For anything a page should show at once, on a busy machine.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly IBrowserContext context;
    private readonly ConcurrentQueue<string> wrong = new();

    public Window(IBrowserContext context, IPage page)
    {
        this.context = context;
        Page = page;
        page.PageError += (_, error) => wrong.Enqueue($"script error: {error}");
        page.Console += (_, message) =>
        {
            // Chromium tells every answer of 400 and above here; those are judged below, by what they are.
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
            {
                wrong.Enqueue($"console: {message.Text}");
            }
        };
        page.Response += (_, response) =>
        {
            if (response.Status >= 500)
            {
                wrong.Enqueue($"{response.Request.Method} {response.Url}: {response.Status}");
            }
        };
    }

    public IPage Page { get; }

    /// <summary>Since it was opened; empty where all is well.</summary>
    public IReadOnlyList<string> Wrong => [.. wrong];

    /// <summary>Goes to a page and waits until nothing is loading.</summary>
    public async Task Go(string path)
    {
        await Page.GotoAsync(path);
        await Settle();
    }

    public async Task Settle()
    {
        await Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await Page.Locator("[aria-busy=true]").First.WaitForAsync(new() { State = WaitForSelectorState.Hidden });
    }

    /// <summary>Whether something sticks out to the right: on a phone a page that has to be pushed about.</summary>
    public Task<bool> IsTooWide() => Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth + 1");

    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}
