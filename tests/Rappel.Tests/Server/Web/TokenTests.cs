using System.Net.Http;
using System.Threading.Tasks;
using Rappel.Core.Calls;

namespace Rappel.Tests.Server.Web;

public sealed class TokenTests
{
    [Fact]
    public async Task A_token_is_shown_once_lets_in_and_is_revoked()
    {
        await using var server = await ApiServer.StartAsync();

        var made = await server.SendAsync(HttpMethod.Post, "/api/v1/tokens", """{"name":"crm","scopes":["callbacks:read"]}""");
        var token = made["token"]!;
        var unused = (await server.GetAsync("/api/v1/tokens")).Json.GetProperty("items")[0];
        var (callbacks, queues) = (await AsAsync(server, token, "/api/v1/callbacks"), await AsAsync(server, token, "/api/v1/queues"));
        var used = await server.GetAsync("/api/v1/tokens");
        var id = used.Json.GetProperty("items")[0].GetProperty("id").GetString();
        var revoked = await server.SendAsync(HttpMethod.Delete, $"/api/v1/tokens/{id}");

        Assert.Equal((201, 200, 403, 204), (made.Code, callbacks.Code, queues.Code, revoked.Code));
        Assert.Contains("which 'token:crm' does not have", queues["detail"], StringComparison.Ordinal);
        Assert.Equal(token[..10], unused.GetProperty("prefix").GetString());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, unused.GetProperty("lastUsedAt").ValueKind);
        Assert.Equal(System.Text.Json.JsonValueKind.String, used.Json.GetProperty("items")[0].GetProperty("lastUsedAt").ValueKind);
        Assert.DoesNotContain(token, used.Text, StringComparison.Ordinal);
        Assert.Equal(401, (await AsAsync(server, token, "/api/v1/callbacks")).Code);
        Assert.Equal(404, (await server.SendAsync(HttpMethod.Delete, $"/api/v1/tokens/{id}")).Code);
        Assert.True(used.Json.GetProperty("environment").GetBoolean());
    }

    [Fact]
    public async Task A_token_is_in_the_store_as_its_hash_alone()
    {
        await using var server = await ApiServer.StartAsync();

        var token = (await server.SendAsync(HttpMethod.Post, "/api/v1/tokens", """{"name":"crm","scopes":["live:read"]}"""))["token"]!;

        var row = Assert.Single(server.Store.Tokens(TenantId.Default));
        Assert.Equal(64, row.Hash.Length);
        Assert.DoesNotContain(token[10..], $"{row.Hash} {row.Prefix} {row.Name}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_ends_when_it_says()
    {
        await using var server = await ApiServer.StartAsync();
        var token = (await server.SendAsync(HttpMethod.Post, "/api/v1/tokens", """{"name":"x","scopes":["live:read"],"expiresAt":"2099-01-01T00:00:00Z"}"""))["token"]!;

        Assert.Equal(200, (await AsAsync(server, token, "/api/v1/queues")).Code);
        server.Time.Ahead = new Instant(2099, 1, 1, 0, 0, 1, TimeSpan.Zero) - server.Time.GetUtcNow();
        Assert.Equal(401, (await AsAsync(server, token, "/api/v1/queues")).Code);
    }

    [Fact]
    public async Task Everything_wrong_with_a_token_is_told_at_once()
    {
        await using var server = await ApiServer.StartAsync();

        var wrong = await server.SendAsync(HttpMethod.Post, "/api/v1/tokens", """{"scopes":["own:account"],"expiresAt":"2001-01-01T00:00:00Z"}""");
        var noAgent = await server.SendAsync(HttpMethod.Post, "/api/v1/tokens", """{"name":"x","scopes":["own:agent"]}""");

        Assert.Equal(["#/name", "#/scopes", "#/expiresAt"], wrong.Json.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("pointer").GetString()));
        Assert.Equal("#/agent", noAgent.Json.GetProperty("errors")[0].GetProperty("pointer").GetString());
    }

    [Fact]
    public async Task A_token_makes_none_that_may_do_more()
    {
        await using var server = await ApiServer.StartAsync();
        var token = (await server.SendAsync(HttpMethod.Post, "/api/v1/tokens", """{"name":"hr","scopes":["people:write"]}"""))["token"]!;

        var more = await ApiServer.SendAsync(
            server.Stranger, HttpMethod.Post, "/api/v1/tokens", """{"name":"x","scopes":["configuration:publish"]}""", ("Authorization", $"Bearer {token}"));

        Assert.Equal((422, "a list of some of people:write"), (more.Code, more.Json.GetProperty("errors")[0].GetProperty("allowed").GetString()));
    }

    private static Task<Reply> AsAsync(ApiServer server, string token, string path) =>
        ApiServer.SendAsync(server.Stranger, HttpMethod.Get, path, null, ("Authorization", $"Bearer {token}"));
}
