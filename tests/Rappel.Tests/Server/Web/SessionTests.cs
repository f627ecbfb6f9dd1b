using System.Net.Http;
using System.Threading.Tasks;
using Microsoft.Extensions.DependencyInjection;
using Rappel.Server.Web.Auth;
using Rappel.Storage.People;

namespace Rappel.Tests.Server.Web;

public sealed class SessionTests
{
    [Fact]
    public async Task A_server_without_users_asks_for_the_first_administrator_by_its_code()
    {
        await using var server = await ApiServer.StartAsync(o => o with { AdminPassword = null });
        var code = server.Services.GetRequiredService<FirstAdministrator>().SetupPath!["/setup?code=".Length..];

        var before = await ApiServer.SendAsync(server.Browser, HttpMethod.Get, "/api/v1/session");
        var wrong = await SetUpAsync(server, "guess", "Marie", "correct horse battery");
        var weak = await SetUpAsync(server, code, "Marie", "short");
        var made = await SetUpAsync(server, code, "Marie", "correct horse battery");
        var after = (await ApiServer.SendAsync(server.Browser, HttpMethod.Get, "/api/v1/session")).Json;
        var again = await SetUpAsync(server, code, "eve", "correct horse battery");

        Assert.Equal("""{"setup":true,"user":null}""", before.Text);
        Assert.Equal((403, "wrong-code"), (wrong.Code, wrong["code"]));
        Assert.Equal((422, "has 5 characters"), (weak.Code, weak.Json.GetProperty("errors")[0].GetProperty("detail").GetString()));
        Assert.Equal((204, 409, "already-set-up"), (made.Code, again.Code, again["code"]));
        Assert.False(after.GetProperty("setup").GetBoolean());
        Assert.Equal(("marie", "administrator"), (after.GetProperty("user").GetProperty("name").GetString(), after.GetProperty("user").GetProperty("role").GetString()));
        Assert.Null(server.Services.GetRequiredService<FirstAdministrator>().SetupPath);
        Assert.Equal(200, (await ApiServer.SendAsync(server.Browser, HttpMethod.Get, "/api/v1/callbacks")).Code);
    }

    [Fact]
    public async Task The_environments_password_makes_admin_and_there_is_no_code()
    {
        await using var server = await ApiServer.StartAsync();

        var signedIn = await ApiServer.SignInAsync(server.Browser, name: "Admin");
        var session = (await ApiServer.SendAsync(server.Browser, HttpMethod.Get, "/api/v1/session")).Json.GetProperty("user");

        Assert.Equal(204, signedIn.Code);
        Assert.Equal("admin", session.GetProperty("name").GetString());
        Assert.Contains("people:write", session.GetProperty("permissions").EnumerateArray().Select(p => p.GetString()));
        Assert.Null(server.Services.GetRequiredService<FirstAdministrator>().SetupPath);
        Assert.Equal(409, (await SetUpAsync(server, "any", "eve", "correct horse battery")).Code);
    }

    [Fact]
    public async Task A_token_is_nobodys_session_and_changes_nobodys_account()
    {
        await using var server = await ApiServer.StartAsync();

        Assert.Equal("""{"setup":false,"user":null}""", (await server.GetAsync("/api/v1/session")).Text);
        Assert.Equal(403, (await server.SendAsync(HttpMethod.Put, "/api/v1/me", """{"displayName":"X"}""")).Code);
    }

    [Fact]
    public async Task People_change_their_name_and_language()
    {
        await using var server = await ApiServer.StartAsync();
        await ApiServer.SignInAsync(server.Browser);

        var changed = await ApiServer.ChangeAsync(server.Browser, "PUT", "/api/v1/me", """{"displayName":"Marie Côté","language":"fr"}""");
        var kept = await ApiServer.ChangeAsync(server.Browser, "PUT", "/api/v1/me", "{}");
        var cleared = await ApiServer.ChangeAsync(server.Browser, "PUT", "/api/v1/me", """{"language":null}""");
        var wrong = await ApiServer.ChangeAsync(server.Browser, "PUT", "/api/v1/me", """{"language":"<b>"}""");

        Assert.Equal(("Marie Côté", "fr"), (changed["displayName"], changed["language"]));
        Assert.Equal("fr", kept["language"]);
        Assert.Null(cleared["language"]);
        Assert.Equal(422, wrong.Code);
    }

    [Fact]
    public async Task A_new_password_ends_all_other_sessions_of_the_person()
    {
        await using var server = await ApiServer.StartAsync(o => o with { AdminPassword = null });
        var code = server.Services.GetRequiredService<FirstAdministrator>().SetupPath!["/setup?code=".Length..];
        await SetUpAsync(server, code, "marie", "correct horse battery");
        using var other = server.NewBrowser();
        await ApiServer.SignInAsync(other, "correct horse battery", "marie");

        var wrong = await ChangePasswordAsync(server, "not it", "another horse battery");
        var name = await ChangePasswordAsync(server, "correct horse battery", "MARIE");
        var changed = await ChangePasswordAsync(server, "correct horse battery", "another horse battery");

        Assert.Equal(("#/current", 422), (wrong.Json.GetProperty("errors")[0].GetProperty("pointer").GetString(), wrong.Code));
        Assert.Equal((422, 204), (name.Code, changed.Code));
        Assert.Equal(200, (await ApiServer.SendAsync(server.Browser, HttpMethod.Get, "/api/v1/status")).Code);
        Assert.Equal(401, (await ApiServer.SendAsync(other, HttpMethod.Get, "/api/v1/status")).Code);
        Assert.Equal(401, (await ApiServer.SignInAsync(other, "correct horse battery", "marie")).Code);
        Assert.Equal(204, (await ApiServer.SignInAsync(other, "another horse battery", "marie")).Code);
    }

    [Fact]
    public async Task The_environments_password_is_changed_in_the_environment()
    {
        await using var server = await ApiServer.StartAsync();
        await ApiServer.SignInAsync(server.Browser);

        var reply = await ChangePasswordAsync(server, ApiServer.Password, "another horse battery");

        Assert.Equal((409, "from-environment"), (reply.Code, reply["code"]));
    }

    [Fact]
    public async Task A_session_ends_when_it_is_idle_and_at_last_however_busy()
    {
        await using var server = await ApiServer.StartAsync();
        await ApiServer.SignInAsync(server.Browser);

        server.Time.Ahead = AuthLimits.SessionIdle - TimeSpan.FromMinutes(1);
        Assert.Equal(200, await StatusAsync(server));
        for (var time = server.Time.Ahead; time < AuthLimits.SessionLongest; time += AuthLimits.SessionIdle / 2)
        {
            server.Time.Ahead = time;
            Assert.Equal((time, 200), (time, await StatusAsync(server)));
        }

        server.Time.Ahead = AuthLimits.SessionLongest;
        Assert.Equal(401, await StatusAsync(server));

        await ApiServer.SignInAsync(server.Browser);
        server.Time.Ahead += AuthLimits.SessionIdle + TimeSpan.FromMinutes(1);
        Assert.Equal(401, await StatusAsync(server));
    }

    [Fact]
    public async Task A_role_or_a_user_that_is_taken_away_counts_at_once()
    {
        await using var server = await ApiServer.StartAsync();
        var users = server.Services.GetRequiredService<UserDirectory>();
        await ApiServer.SignInAsync(server.Browser);
        users.Change("other", _ => (users.Find("admin")! with { Name = "other" }, UserRefusal.None));

        users.Change("admin", u => (u! with { Role = UserRole.Agent, Agent = "1001" }, UserRefusal.None));
        var asAgent = await ApiServer.SendAsync(server.Browser, HttpMethod.Get, "/api/v1/callbacks");
        var own = await ApiServer.SendAsync(server.Browser, HttpMethod.Get, "/api/v1/agents/1001");
        var others = await ApiServer.SendAsync(server.Browser, HttpMethod.Get, "/api/v1/agents/1002");
        users.Change("admin", u => (u! with { Enabled = false }, UserRefusal.None));

        Assert.Equal((403, "forbidden", 200, 403), (asAgent.Code, asAgent["code"], own.Code, others.Code));
        Assert.Equal(401, await StatusAsync(server));
        Assert.Equal(401, (await ApiServer.SignInAsync(server.Browser)).Code);
    }

    private static async Task<int> StatusAsync(ApiServer server) => (await ApiServer.SendAsync(server.Browser, HttpMethod.Get, "/api/v1/status")).Code;

    private static Task<Reply> ChangePasswordAsync(ApiServer server, string current, string wanted) => ApiServer.ChangeAsync(
        server.Browser, "PUT", "/api/v1/me/password", $$"""{"current":"{{current}}","new":"{{wanted}}"}""");

    private static Task<Reply> SetUpAsync(ApiServer server, string code, string name, string password) => ApiServer.ChangeAsync(
        server.Browser, "POST", "/api/v1/setup", $$"""{"code":"{{code}}","name":"{{name}}","password":"{{password}}"}""");
}
