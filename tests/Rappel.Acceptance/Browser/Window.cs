using System.Collections.Concurrent;
using System.Threading.Tasks;
using Microsoft.Playwright;
using Rappel.Acceptance.Staging;

namespace Rappel.Acceptance.Browser;

/// <summary>One window, and all that went wrong in it: errors of its scripts, and answers of the server that no page should provoke.</summary>
internal sealed class Window : IAsyncDisposable
{
    /// <summary>For anything a page should show at once, on a busy machine.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    // What a link does that the application follows by itself.
    private const string Follow = "path => { history.pushState(null, '', path); dispatchEvent(new PopStateEvent('popstate')); }";

    // Until the page has nothing to do: what an answer brought about has been drawn, or asked for.
    private const string Idle = "() => new Promise(done => requestIdleCallback(() => done(!document.querySelector('[aria-busy=true]')), { timeout: 2000 }))";

    private const int Rounds = 2;

    // The line of events never ends, and of a page's icon nobody is told.
    private static readonly string[] Loads = ["document", "script", "stylesheet", "fetch", "xhr"];

    private readonly IBrowserContext context;
    private readonly ConcurrentQueue<string> wrong = new();
    private readonly ConcurrentDictionary<IRequest, bool> underway = new();

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
        // Of what the page before was still asking for nobody is told how it ended.
        page.FrameNavigated += (_, _) => underway.Clear();
        page.Request += (_, request) => Asked(request);
        page.RequestFinished += (_, request) => underway.TryRemove(request, out bool _);
        page.RequestFailed += (_, request) => underway.TryRemove(request, out bool _);
    }

    public IPage Page { get; }

    /// <summary>Since it was opened; empty where all is well.</summary>
    public IReadOnlyList<string> Wrong => [.. wrong];

    /// <summary>Opens an address and waits until nothing is loading.</summary>
    public async Task Go(string path)
    {
        await Page.GotoAsync(path);
        await Settle();
    }

    /// <summary>Goes to another page of the application as a link does, and waits until nothing is loading.</summary>
    public async Task Move(string path)
    {
        await Page.EvaluateAsync(Follow, path);
        await Settle();
    }

    /// <summary>Waits until nothing is loading: twice, for what has come may ask for more.</summary>
    public async Task Settle()
    {
        var quiet = 0;
        var settled = await Waiting.For(
            async () =>
            {
                quiet = await Page.EvaluateAsync<bool>(Idle) && underway.IsEmpty ? quiet + 1 : 0;
                return quiet == Rounds ? "settled" : null;
            },
            Patience);
        if (settled is null)
        {
            throw new TimeoutException($"{Page.Url} goes on loading {string.Join(", ", underway.Keys.Select(r => r.Url))}");
        }
    }

    /// <summary>Whether something sticks out to the right: on a phone a page that has to be pushed about.</summary>
    public Task<bool> IsTooWide() => Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth + 1");

    public async ValueTask DisposeAsync() => await context.DisposeAsync();

    private void Asked(IRequest request)
    {
        if (Loads.Contains(request.ResourceType))
        {
            underway[request] = true;
        }
    }
}
