using System.Net.Http;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Rappel.Core.Callbacks;
using Rappel.Core.Calls;
using Rappel.Engine.Journal;
using Rappel.Server.Web.Auth;
using Rappel.Tests.Storage;

namespace Rappel.Tests.Server.Web;

public sealed class AuditTests
{
    private const string Secret = "correct horse battery";

    [Fact]
    public async Task Every_change_to_people_is_on_record_without_secrets()
    {
        await using var server = await ApiServer.StartAsync();
        await server.SendAsync(HttpMethod.Post, "/api/v1/users", $$"""{"name":"zoe","role":"supervisor","password":"{{Secret}}"}""");
        await ApiServer.SignInAsync(server.Browser, "a wrong password", "zoe");
        await ApiServer.SignInAsync(server.Browser, "whatever it is", "my-password-typed-as-name");
        await ApiServer.SignInAsync(server.Browser, Secret, "zoe");
        await ApiServer.ChangeAsync(server.Browser, "PUT", "/api/v1/me", """{"language":"fr"}""");
        await ApiServer.ChangeAsync(server.Browser, "PUT", "/api/v1/me/password", $$"""{"current":"{{Secret}}","new":"another horse battery"}""");
        await ApiServer.ChangeAsync(server.Browser, "DELETE", "/api/v1/session");
        var token = (await server.SendAsync(HttpMethod.Post, "/api/v1/tokens", """{"name":"crm","scopes":["live:read"]}"""))["token"]!;
        await server.SendAsync(HttpMethod.Delete, "/api/v1/users/zoe");

        var all = await server.GetAsync("/api/v1/audit");

        Assert.Equal(
            [
                "api removed users/zoe", "api created tokens/t-1", "zoe signed-out users/zoe", "zoe password-changed users/zoe", "zoe changed users/zoe",
                "zoe signed-in users/zoe", "nobody sign-in-failed users", "nobody sign-in-failed users/zoe", "api created users/zoe",
            ],
            Lines(all));
        Assert.All(all.Json.GetProperty("items").EnumerateArray(), i => Assert.Equal("127.0.0.1", i.GetProperty("address").GetString()));
        Assert.All((string[])[Secret, "another horse", "wrong password", "typed-as-name", token[10..]], s => Assert.DoesNotContain(s, all.Text, StringComparison.Ordinal));
        var changed = all.Json.GetProperty("items")[4];
        Assert.Equal("fr", changed.GetProperty("after").GetProperty("language").GetString());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, changed.GetProperty("before").GetProperty("language").ValueKind);
    }

    [Fact]
    public async Task What_is_done_to_agents_and_callbacks_is_on_record_with_what_differs()
    {
        await using var server = await ApiServer.StartAsync();
        var callback = new RandomRows(1, TenantId.Default).Callback(1, CallbackStatus.Waiting) with { Handling = null, Number = "+15145550142" };
        server.Write(new StoreRow.OfCallback(callback));
        server.Engine.Answer = _ => new(null, null, callback with { Number = "+15145550143", Revision = callback.Revision + 1 });

        await server.SendAsync(HttpMethod.Put, "/api/v1/agents/1001/status", """{"status":"on-break"}""");
        await server.SendAsync(HttpMethod.Post, "/api/v1/callbacks/cb-1/number", """{"number":"514 555-0143","reason":"typed wrong"}""");
        await server.SendAsync(HttpMethod.Post, "/api/v1/callbacks/cb-1/cancel", """{"reason":"no longer"}""");
        server.Engine.Answer = _ => new("not-open", new("it is final", "elle est close"), null);
        await server.SendAsync(HttpMethod.Post, "/api/v1/callbacks/cb-1/cancel", """{"reason":"once more"}""");

        var all = await server.GetAsync("/api/v1/audit");

        Assert.Equal(["api cancel callbacks/cb-1", "api number callbacks/cb-1", "api status-changed agents/1001"], Lines(all));
        var (cancel, number, status) = (all.Json.GetProperty("items")[0], all.Json.GetProperty("items")[1], all.Json.GetProperty("items")[2]);
        Assert.Equal("no longer", cancel.GetProperty("after").GetProperty("reason").GetString());
        Assert.Equal("""{"number":"+15145550142"}""", number.GetProperty("before").GetRawText());
        Assert.Equal("""{"number":"+15145550143","reason":"typed wrong"}""", number.GetProperty("after").GetRawText());
        Assert.Equal(("available", "on-break"), (status.GetProperty("before").GetProperty("status").GetString(), status.GetProperty("after").GetProperty("status").GetString()));
    }

    [Fact]
    public async Task The_record_is_found_by_subject_person_action_and_time_page_by_page()
    {
        await using var server = await ApiServer.StartAsync();
        foreach (var name in (string[])["a", "ab", "b"])
        {
            await server.SendAsync(HttpMethod.Post, "/api/v1/users", $$"""{"name":"{{name}}","role":"supervisor","password":"{{Secret}}"}""");
        }

        await ApiServer.SignInAsync(server.Browser, Secret, "b");

        Assert.Equal(["api created users/a"], Lines(await server.GetAsync("/api/v1/audit?subject=users/a")));
        Assert.Equal(4, Lines(await server.GetAsync("/api/v1/audit?subject=users")).Count);
        Assert.Equal(["b signed-in users/b"], Lines(await server.GetAsync("/api/v1/audit?who=b")));
        Assert.Equal(3, Lines(await server.GetAsync("/api/v1/audit?action=created")).Count);
        Assert.Empty(Lines(await server.GetAsync($"/api/v1/audit?from=2099-01-01T00:00:00Z")));
        Assert.Empty(Lines(await server.GetAsync($"/api/v1/audit?to=2001-01-01T00:00:00Z")));
        Assert.Equal(400, (await server.GetAsync("/api/v1/audit?from=yesterday")).Code);
        var first = await server.GetAsync("/api/v1/audit?limit=3");
        Assert.Equal(["api created users/a"], Lines(await server.GetAsync($"/api/v1/audit?limit=3&before={first["next"]}")));
    }

    [Fact]
    public void A_secret_that_somebody_left_in_is_masked_and_what_is_too_long_is_left_out()
    {
        var value = JsonNode.Parse("""{"agents":[{"name":"Zoé","password":"x"}],"webhook":{"secret":"y","url":"u"},"code":"42"}""");

        Assert.Equal("""{"agents":[{"name":"Zoé","password":"***"}],"webhook":{"secret":"***","url":"u"},"code":"42"}""", AuditText.Of(value));
        Assert.Equal("""{"length":70002}""", AuditText.Of(JsonValue.Create(new string('x', 70_000))));
        Assert.Null(AuditText.Of(null));
    }

    private static List<string> Lines(Reply reply) =>
    [
        .. reply.Json.GetProperty("items").EnumerateArray()
            .Select(i => $"{i.GetProperty("who").GetString()} {i.GetProperty("action").GetString()} {i.GetProperty("subject").GetString()}"),
    ];
}
