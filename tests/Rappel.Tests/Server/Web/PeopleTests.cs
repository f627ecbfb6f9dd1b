using System.Net.Http;
using System.Threading.Tasks;
using Microsoft.Extensions.DependencyInjection;
using Rappel.Server.Web.Auth;

namespace Rappel.Tests.Server.Web;

public sealed class PeopleTests
{
    private const string Secret = "correct horse battery";

    [Fact]
    public async Task A_user_is_made_shown_found_changed_and_removed()
    {
        await using var server = await ApiServer.StartAsync();

        var made = await PostAsync(server, """{"name":"Zoe.B","displayName":"Zoé Bouchard","role":"agent","agent":"1001","password":"correct horse battery"}""");
        var shown = await server.GetAsync("/api/v1/users/zoe.b");
        var changed = await PutAsync(server, "zoe.b", """{"role":"supervisor","agent":null,"language":"fr"}""");
        var found = await server.GetAsync("/api/v1/users?search=BOUCH");
        var removed = await server.SendAsync(HttpMethod.Delete, "/api/v1/users/zoe.b");

        Assert.Equal((201, "zoe.b", "agent"), (made.Code, made["name"], made["role"]));
        Assert.Equal(made.Text, shown.Text);
        Assert.Equal(("Zoé Bouchard", "supervisor", null, "fr"), (changed["displayName"], changed["role"], changed["agent"], changed["language"]));
        Assert.Equal(1, found.Json.GetProperty("total").GetInt32());
        Assert.Equal((204, 404), (removed.Code, (await server.GetAsync("/api/v1/users/zoe.b")).Code));
        Assert.DoesNotContain("correct", shown.Text + changed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Users_come_in_pages_by_name()
    {
        await using var server = await ApiServer.StartAsync();
        foreach (var name in (string[])["d", "b", "c"])
        {
            await PostAsync(server, $$"""{"name":"{{name}}","role":"supervisor"}""");
        }

        var first = await server.GetAsync("/api/v1/users?limit=3");
        var second = await server.GetAsync($"/api/v1/users?limit=3&after={first["next"]}");

        Assert.Equal(["admin", "b", "c"], first.Json.GetProperty("items").EnumerateArray().Select(u => u.GetProperty("name").GetString()));
        Assert.Equal(["d"], second.Json.GetProperty("items").EnumerateArray().Select(u => u.GetProperty("name").GetString()));
        Assert.Null(second["next"]);
    }

    [Fact]
    public async Task Everything_wrong_with_a_user_is_told_at_once()
    {
        await using var server = await ApiServer.StartAsync();

        var reply = await PostAsync(server, """{"name":"a b","role":"boss","password":"aaaaaaaaaaaa","language":"fr fr","enabled":"yes","x":1}""");
        var noAgent = await PostAsync(server, """{"name":"x","role":"agent"}""");

        Assert.Equal(
            ["#/name", "#/language", "#/role", "#/enabled", "#/password", "#/x"],
            reply.Json.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("pointer").GetString()));
        Assert.Equal("#/agent", noAgent.Json.GetProperty("errors")[0].GetProperty("pointer").GetString());
    }

    [Fact]
    public async Task A_name_and_an_agent_belong_to_one_user()
    {
        await using var server = await ApiServer.StartAsync();
        await PostAsync(server, """{"name":"a","role":"agent","agent":"1001"}""");
        await PostAsync(server, """{"name":"b","role":"agent","agent":"1002"}""");

        Assert.Equal("name-taken", (await PostAsync(server, """{"name":"A","role":"supervisor"}"""))["code"]);
        Assert.Equal("agent-taken", (await PostAsync(server, """{"name":"c","role":"agent","agent":"1001"}"""))["code"]);
        Assert.Equal("agent-taken", (await PutAsync(server, "b", """{"agent":"1001"}"""))["code"]);
        Assert.Equal(200, (await PutAsync(server, "a", """{"agent":"1001"}""")).Code);
    }

    [Fact]
    public async Task The_last_administrator_who_can_come_in_stays_one()
    {
        await using var server = await ApiServer.StartAsync(o => o with { AdminPassword = null });
        var code = server.Services.GetRequiredService<FirstAdministrator>().Code;
        await ApiServer.ChangeAsync(server.Browser, "POST", "/api/v1/setup", $$"""{"code":"{{code}}","name":"marie","password":"{{Secret}}"}""");
        await PostAsync(server, """{"name":"nopassword","role":"administrator"}""");

        foreach (var change in (string[])["""{"role":"supervisor"}""", """{"enabled":false}"""])
        {
            var refused = await PutAsync(server, "marie", change);
            Assert.Equal((409, "last-administrator"), (refused.Code, refused["code"]));
        }

        Assert.Equal("last-administrator", (await server.SendAsync(HttpMethod.Delete, "/api/v1/users/marie"))["code"]);
        await PutAsync(server, "nopassword", $$"""{"password":"{{Secret}}"}""");
        Assert.Equal(204, (await server.SendAsync(HttpMethod.Delete, "/api/v1/users/marie")).Code);
    }

    [Fact]
    public async Task Who_the_environment_names_is_changed_there_alone()
    {
        await using var server = await ApiServer.StartAsync();

        Assert.Equal("from-environment", (await PutAsync(server, "admin", """{"role":"agent","agent":"1001"}"""))["code"]);
        Assert.Equal("from-environment", (await PutAsync(server, "admin", $$"""{"password":"{{Secret}}"}"""))["code"]);
        Assert.Equal("from-environment", (await server.SendAsync(HttpMethod.Delete, "/api/v1/users/admin"))["code"]);
        Assert.Equal(200, (await PutAsync(server, "admin", """{"displayName":"Marie"}""")).Code);
    }

    [Theory]
    [InlineData("""{"role":"administrator"}""")]
    [InlineData("""{"enabled":false}""")]
    [InlineData("""{"agent":"1003"}""")]
    [InlineData("""{"password":"another horse battery"}""")]
    public async Task A_change_of_what_somebody_may_do_ends_their_sessions(string change)
    {
        await using var server = await ApiServer.StartAsync();
        await PostAsync(server, $$"""{"name":"zoe","role":"supervisor","password":"{{Secret}}"}""");
        await ApiServer.SignInAsync(server.Browser, Secret, "zoe");
        Assert.Equal(200, await StatusAsync(server));
        await PutAsync(server, "zoe", """{"displayName":"Zoé","language":"fr"}""");
        Assert.Equal(200, await StatusAsync(server));

        await PutAsync(server, "zoe", change);

        Assert.Equal(401, await StatusAsync(server));
    }

    [Fact]
    public async Task Administrators_who_change_themselves_stay_signed_in()
    {
        await using var server = await ApiServer.StartAsync();
        await PostAsync(server, $$"""{"name":"zoe","role":"administrator","password":"{{Secret}}"}""");
        await ApiServer.SignInAsync(server.Browser, Secret, "zoe");

        var changed = await ApiServer.ChangeAsync(server.Browser, "PUT", "/api/v1/users/zoe", """{"role":"supervisor"}""");

        Assert.Equal((200, 200), (changed.Code, await StatusAsync(server)));
        Assert.Equal(403, (await ApiServer.SendAsync(server.Browser, HttpMethod.Get, "/api/v1/users")).Code);
    }

    [Fact]
    public async Task An_agent_dismisses_as_nobody_else()
    {
        await using var server = await ApiServer.StartAsync();
        await PostAsync(server, $$"""{"name":"zoe","role":"agent","agent":"1001","password":"{{Secret}}"}""");
        await ApiServer.SignInAsync(server.Browser, Secret, "zoe");

        var own = await ApiServer.ChangeAsync(server.Browser, "PUT", "/api/v1/agents/1001/status", """{"status":"available"}""");
        var other = await ApiServer.ChangeAsync(server.Browser, "PUT", "/api/v1/agents/1002/status", """{"status":"available"}""");

        Assert.Equal((200, 403), (own.Code, other.Code));
        Assert.Contains("`agents:write`, or `own:agent` for one's own, which 'zoe' does not have here", other["detail"], StringComparison.Ordinal);
    }

    private static Task<Reply> PostAsync(ApiServer server, string body) => server.SendAsync(HttpMethod.Post, "/api/v1/users", body);

    private static Task<Reply> PutAsync(ApiServer server, string name, string body) => server.SendAsync(HttpMethod.Put, $"/api/v1/users/{name}", body);

    private static async Task<int> StatusAsync(ApiServer server) => (await ApiServer.SendAsync(server.Browser, HttpMethod.Get, "/api/v1/status")).Code;
}
