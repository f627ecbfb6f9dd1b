using System.IO;
using System.Net.Http;
using System.Threading.Tasks;
using Rappel.Tests.Storage;

namespace Rappel.Tests.Server.Web;

public sealed class BrowserApplicationTests : IDisposable
{
    private const string Script = "/assets/index-a1b2c3.js";
    private static readonly (string, string) Navigating = ("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
    private static readonly string LongScript = string.Concat(Enumerable.Repeat("export const n = 1;\n", 200));
    private readonly TemporaryFolder _built = new();

    public BrowserApplicationTests()
    {
        Directory.CreateDirectory(_built.File("assets"));
        File.WriteAllText(_built.File("index.html"), "<!doctype html><meta property=\"csp-nonce\" nonce=\"%CSP_NONCE%\"><div id=\"root\"></div>");
        File.WriteAllText(_built.File("icon.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        File.WriteAllText(_built.File(Script[1..]), LongScript);
    }

    public void Dispose() => _built.Dispose();

    [Theory]
    [InlineData("/")]
    [InlineData("/board")]
    [InlineData("/config/scripts/nurse-line")]
    [InlineData("/config/agents/a.b")]
    [InlineData("/index.html")]
    public async Task Whoever_navigates_gets_the_page(string path)
    {
        await using var server = await StartAsync();

        var page = await ApiServer.SendAsync(server.Browser, HttpMethod.Get, path, null, Navigating);

        Assert.Equal((200, "text/html; charset=utf-8"), (page.Code, page.ContentType));
        Assert.Contains("<div id=\"root\">", page.Text, StringComparison.Ordinal);
        Assert.Equal("no-store", page.Headers.CacheControl!.ToString());
    }

    [Theory]
    [InlineData("/api/v1/nothing")]
    [InlineData("/api/nothing")]
    [InlineData("/assets/gone-000000.js")]
    public async Task An_address_that_is_no_page_stays_a_problem(string path)
    {
        await using var server = await StartAsync();

        var answer = await ApiServer.SendAsync(server.Program, HttpMethod.Get, path, null, Navigating);

        Assert.Equal((404, "application/problem+json"), (answer.Code, answer.ContentType));
    }

    [Fact]
    public async Task A_program_gets_no_page()
    {
        await using var server = await StartAsync();

        Assert.Equal(404, (await ApiServer.SendAsync(server.Browser, HttpMethod.Get, "/board", null, ("Accept", "application/json"))).Code);
        Assert.Equal(404, (await ApiServer.SendAsync(server.Browser, HttpMethod.Post, "/board", "{}", Navigating)).Code);
    }

    [Fact]
    public async Task The_page_runs_nothing_inline_and_each_answer_has_a_nonce_of_its_own()
    {
        await using var server = await StartAsync();

        var pages = new[]
        {
            await ApiServer.SendAsync(server.Browser, HttpMethod.Get, "/", null, Navigating),
            await ApiServer.SendAsync(server.Browser, HttpMethod.Get, "/", null, Navigating),
        };

        var policies = pages.Select(page => Assert.Single(page.Headers.GetValues("Content-Security-Policy"))).ToList();
        Assert.All(policies, policy => Assert.Contains("default-src 'none'; script-src 'self';", policy, StringComparison.Ordinal));
        Assert.All(policies, policy => Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal));
        Assert.NotEqual(policies[0], policies[1]);
        var nonce = policies[0].Split("'nonce-")[1].Split('\'')[0];
        Assert.Contains($"nonce=\"{nonce}\"", pages[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_with_its_hash_in_its_name_is_kept_for_ever_and_others_are_asked_for_again()
    {
        await using var server = await StartAsync();

        var script = await ApiServer.SendAsync(server.Browser, HttpMethod.Get, Script);
        var icon = await ApiServer.SendAsync(server.Browser, HttpMethod.Get, "/icon.svg");
        var again = await ApiServer.SendAsync(server.Browser, HttpMethod.Get, "/icon.svg", null, ("If-None-Match", icon.Headers.ETag!.ToString()));

        Assert.Equal(("public, max-age=31536000, immutable", "text/javascript; charset=utf-8"), (script.Headers.CacheControl!.ToString(), script.ContentType));
        Assert.Equal("no-cache", icon.Headers.CacheControl!.ToString());
        Assert.Equal((304, ""), (again.Code, again.Text));
    }

    [Theory]
    [InlineData("gzip, br", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("gzip, br;q=0", "gzip")]
    [InlineData("identity", null)]
    public async Task Text_is_compressed_as_the_browser_takes_it(string accepted, string? coding)
    {
        await using var server = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, Script);
        request.Headers.Add("Accept-Encoding", accepted);

        using var answer = await server.Browser.SendAsync(request, TestContext.Current.CancellationToken);
        var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        Assert.Equal(coding, answer.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Equal(coding is null, bytes.Length == LongScript.Length);
    }

    [Fact]
    public async Task Without_a_built_application_the_interface_serves_alone()
    {
        await using var server = await ApiServer.StartAsync();

        Assert.Equal(404, (await ApiServer.SendAsync(server.Browser, HttpMethod.Get, "/", null, Navigating)).Code);
        Assert.Equal(200, (await server.GetAsync("/api/v1/status")).Code);
    }

    private Task<ApiServer> StartAsync() => ApiServer.StartAsync(options => options with { ApplicationFolder = _built.Path });
}
