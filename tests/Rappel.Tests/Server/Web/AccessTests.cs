using System.IO;
using System.Net.Http;
using System.Threading.Tasks;
using Rappel.Engine;
using Rappel.Server.Web.Auth;
using Rappel.Tests.Storage;

namespace Rappel.Tests.Server.Web;

public sealed class AccessTests
{
    private static readonly (string, string) Guard = ApiServer.Guard;

    [Fact]
    public async Task Without_a_token_nothing_is_told_or_done()
    {
        await using var server = await ApiServer.StartAsync();
        foreach (var operation in (string[])
            [
                "GET /api/v1/status", "GET /api/v1/agents", "GET /api/v1/agents/1001", "PUT /api/v1/agents/1001/status", "GET /api/v1/queues",
                "GET /api/v1/queues/callbacks", "GET /api/v1/callbacks", "GET /api/v1/callbacks/cb-1", "POST /api/v1/callbacks",
                "DELETE /api/v1/callbacks/cb-1", "POST /api/v1/callbacks/cb-1/cancel", "GET /api/v1/interactions", "GET /api/v1/interactions/i-1",
                "POST /api/v1/configuration/validate", "POST /api/v1/configuration/import",
            ])
        {
            var parts = operation.Split(' ');
            var reply = await ApiServer.SendAsync(server.Browser, new HttpMethod(parts[0]), parts[1]);

            Assert.Equal((operation, 401), (operation, reply.Code));
            Assert.Equal("Bearer realm=\"rappel\"", reply.Headers.WwwAuthenticate.ToString());
            Assert.Equal(("application/problem+json", "unauthorized"), (reply.ContentType, reply["code"]));
        }

        Assert.Empty(server.Engine.Commands);
        Assert.Empty(server.Configuration.Asked);
    }

    [Fact]
    public async Task A_wrong_token_is_refused()
    {
        await using var server = await ApiServer.StartAsync();
        foreach (var header in (string[])["Bearer token-for-test", "Bearer token-for-tests2", "Bearer ", "Basic dG9rZW4tZm9yLXRlc3Rz"])
        {
            var reply = await ApiServer.SendAsync(server.Browser, HttpMethod.Get, "/api/v1/status", null, ("Authorization", header));

            Assert.Equal((header, 401), (header, reply.Code));
            Assert.Contains("invalid_token", reply.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_person_signs_in_and_out()
    {
        await using var server = await ApiServer.StartAsync();

        var signedIn = await SignInAsync(server, ApiServer.Password);
        var seen = await ApiServer.SendAsync(server.Browser, HttpMethod.Get, "/api/v1/status");
        var session = await ApiServer.SendAsync(server.Browser, HttpMethod.Get, "/api/v1/session");
        var signedOut = await ApiServer.SendAsync(server.Browser, HttpMethod.Delete, "/api/v1/session", null, Guard);
        var after = await ApiServer.SendAsync(server.Browser, HttpMethod.Get, "/api/v1/status");

        Assert.Equal((204, 200, 204, 401), (signedIn.Code, seen.Code, signedOut.Code, after.Code));
        Assert.Equal("admin", session.Json.GetProperty("user").GetProperty("name").GetString());
        Assert.All(signedIn.Headers.GetValues("Set-Cookie"), cookie =>
        {
            Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        });
    }

    [Fact]
    public async Task A_wrong_password_opens_no_session()
    {
        await using var server = await ApiServer.StartAsync();

        var reply = await SignInAsync(server, "guess");

        Assert.Equal((401, "wrong-password"), (reply.Code, reply["code"]));
        Assert.False(reply.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Guessing_is_slowed_down_but_not_for_whoever_has_been_here_before()
    {
        await using var server = await ApiServer.StartAsync();
        await SignInAsync(server, ApiServer.Password);
        using var guesser = server.NewBrowser();
        for (var i = 0; i < 30; i++)
        {
            server.Time.Ahead += TimeSpan.FromMinutes(1);
            Assert.Equal(401, (await ApiServer.SignInAsync(guesser, $"guess {i}")).Code);
        }

        var slowed = await ApiServer.SignInAsync(guesser);
        var known = await SignInAsync(server, ApiServer.Password);

        Assert.Equal((429, "too-many-sign-ins", 204), (slowed.Code, slowed["code"], known.Code));
        Assert.InRange(slowed.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        server.Time.Ahead += TimeSpan.FromMinutes(1);
        Assert.Equal(204, (await ApiServer.SignInAsync(guesser)).Code);
    }

    [Fact]
    public async Task A_change_by_cookie_needs_the_header_that_other_sites_cannot_send()
    {
        await using var server = await ApiServer.StartAsync();
        await SignInAsync(server, ApiServer.Password);
        const string body = """{"status":"available"}""";

        var forged = await ApiServer.SendAsync(server.Browser, HttpMethod.Put, "/api/v1/agents/1001/status", body);
        var meant = await ApiServer.SendAsync(server.Browser, HttpMethod.Put, "/api/v1/agents/1001/status", body, Guard);

        Assert.Equal((403, "forgery-guard"), (forged.Code, forged["code"]));
        Assert.Equal(200, meant.Code);
        var command = Assert.IsType<EngineCommand.SetAgentStatus>(Assert.Single(server.Engine.Commands));
        Assert.Equal("admin", command.Who);
    }

    [Fact]
    public async Task A_sign_in_from_another_site_is_refused()
    {
        await using var server = await ApiServer.StartAsync();

        var reply = await ApiServer.SendAsync(
            server.Browser, HttpMethod.Post, "/api/v1/session", $$"""{"name":"admin","password":"{{ApiServer.Password}}"}""");

        Assert.Equal(403, reply.Code);
    }

    [Fact]
    public async Task Too_many_requests_are_refused_and_told_when_to_come_back()
    {
        await using var server = await ApiServer.StartAsync(options => options with { RequestsPerSecond = 2 });
        var replies = new List<Reply>();
        for (var i = 0; i < 40; i++)
        {
            replies.Add(await server.GetAsync("/health/live"));
        }

        var refused = replies.First(r => r.Code == 429);
        Assert.Equal(("too-many-requests", "1"), (refused["code"], refused.Headers.RetryAfter?.ToString()));
        Assert.Equal(200, replies[0].Code);
    }

    [Fact]
    public async Task Session_keys_are_kept_in_their_folder_closed_to_others()
    {
        using var folder = new TemporaryFolder();
        var keys = folder.File("keys");
        await using var server = await ApiServer.StartAsync(options => options with { KeyFolder = keys });

        await SignInAsync(server, ApiServer.Password);

        Assert.NotEmpty(Directory.GetFiles(keys));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(keys));
        }
    }

    [Fact]
    public void An_empty_token_is_refused_at_the_start() =>
        Assert.Throws<ArgumentException>(() => new SecretHash(" ", "The API token"));

    private static Task<Reply> SignInAsync(ApiServer server, string password) => ApiServer.SignInAsync(server.Browser, password);
}
