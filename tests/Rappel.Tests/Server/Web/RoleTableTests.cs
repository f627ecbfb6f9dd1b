using System.IO;
using System.Net.Http;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Rappel.Core.Callbacks;
using Rappel.Core.Calls;
using Rappel.Engine.Journal;
using Rappel.Server.Web.Auth;
using Rappel.Storage;
using Rappel.Storage.People;
using Rappel.Tests.Storage;
using Rappel.Tests.Tidy;

namespace Rappel.Tests.Server.Web;

/// <summary>Every endpoint of the running server, asked as everybody who may come in.</summary>
public sealed class RoleTableTests
{
    private const string Password = "correct horse battery";

    [Fact]
    public async Task Every_endpoint_is_in_the_table_and_the_table_has_no_other()
    {
        await using var server = await ApiServer.StartAsync();

        var served = EndpointsOf(server).Select(e => e.Name).ToList();

        Violations.None(
        [
            .. EndpointsOf(server).Where(e => RoleTable.Rows.All(r => r.Endpoint != e.Name))
                .Select(e => $"{e.Name} is in no row of RoleTable.cs (then write docs/roles.md with ACCEPT=1); as it is: {Row(e.Name, e.Needed)}"),
            .. RoleTable.Rows.Select(r => r.Endpoint).Except(served).Select(e => $"{e} is in RoleTable.cs and not served"),
            .. RoleTable.Rows.GroupBy(r => r.Endpoint).Where(g => g.Count() > 1).Select(g => $"{g.Key} is in RoleTable.cs {g.Count()} times"),
        ]);
    }

    [Fact]
    public async Task Everybody_is_let_in_where_the_table_says_and_nowhere_else()
    {
        await using var server = await ApiServer.StartAsync();
        var callers = await CallersAsync(server);
        var wrong = new List<string>();
        foreach (var row in RoleTable.Rows)
        {
            foreach (var caller in callers)
            {
                var isAgent = caller.Name is "agent" or "token own:agent";
                await CheckAsync(server, row, caller, own: true, caller.Expected(row), wrong);
                if (row.Own && isAgent)
                {
                    await CheckAsync(server, row, caller, own: false, expected: false, wrong);
                }
            }
        }

        Violations.None(wrong);
    }

    [Fact]
    public void Whoever_is_an_agent_changes_no_configuration() =>
        Assert.DoesNotContain(RoleTable.Rows, r => r.Endpoint.Contains("/configuration", StringComparison.Ordinal) && (r.LetsIn("agent") || r.LetsInToken("own:agent")));

    [Fact]
    public void The_document_says_what_the_table_says()
    {
        var file = Path.Combine(SourceTree.Root, "docs", "roles.md");
        var wanted = RoleDocument.Of(RoleTable.Rows);
        if (Environment.GetEnvironmentVariable("ACCEPT") == "1")
        {
            File.WriteAllText(file, wanted);
        }

        Assert.Equal(wanted, File.Exists(file) ? File.ReadAllText(file) : "run this test with ACCEPT=1 to write docs/roles.md");
    }

    /// <summary>What the endpoint itself says, to be looked at and put into the table.</summary>
    private static string Row(string endpoint, NeededPermission? needed)
    {
        var people = needed is null ? "anyone, or nobody where it is not open to all" : string.Join(' ', Enum.GetValues<UserRole>().Reverse()
            .Where(r => needed.AnyOf.Any(Roles.PermissionsOf(r).Contains) || (needed.Own != OwnThing.None && r == UserRole.Agent)).Select(Words.Of));
        return $"""new("{endpoint}", "{people}", "{string.Join(' ', needed?.AnyOf ?? [])}"),""";
    }

    private static async Task CheckAsync(ApiServer server, RoleRow row, RoleCaller caller, bool own, bool expected, List<string> wrong)
    {
        var parts = row.Endpoint.Split(' ');
        using var request = new HttpRequestMessage(new HttpMethod(parts[0] == "ANY" ? "GET" : parts[0]), Address(parts[1], own));
        request.Headers.Add("X-Rappel-Request", "1");
        request.Headers.TryAddWithoutValidation(caller.Header, caller.Value);
        using var response = await server.Stranger.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var refused = (int)response.StatusCode is 401 or 403 && (text.Contains("\"forbidden\"", StringComparison.Ordinal) || text.Contains("\"unauthorized\"", StringComparison.Ordinal));
        if (refused == expected || (int)response.StatusCode is 429 or >= 500 and not 503)
        {
            wrong.Add($"{row.Endpoint} as {caller.Name}{(row.Own && !own ? " about another's" : "")}: {(int)response.StatusCode}, expected to be {(expected ? "let in" : "refused")}");
        }
    }

    /// <summary>Things that there are not, but for the agent's own and another's.</summary>
    private static string Address(string route, bool own) => Regex.Replace(
        route.Replace("{agent}", own ? "1001" : "1002", StringComparison.Ordinal)
            .Replace("/callbacks/{id}", own ? "/callbacks/cb-1" : "/callbacks/cb-2", StringComparison.Ordinal)
            .Replace("/voicemails/{id}", own ? "/voicemails/i-71" : "/voicemails/i-72", StringComparison.Ordinal)
            .Replace("{documentName}", "v1", StringComparison.Ordinal).Replace("{version}", "999999", StringComparison.Ordinal), @"\{[^}]*\}", "none-such");

    private static IEnumerable<(string Name, NeededPermission? Needed)> EndpointsOf(ApiServer server) =>
        from endpoint in server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["ANY"]
        let route = Regex.Replace("/" + endpoint.RoutePattern.RawText!.Trim('/'), @"\{\*{0,2}(\w+)(:[^}]*)?\}", "{$1}")
        select ($"{method} {route}", endpoint.Metadata.GetMetadata<NeededPermission>());

    private static async Task<IReadOnlyList<RoleCaller>> CallersAsync(ApiServer server)
    {
        var rows = new RandomRows(1, TenantId.Default);
        server.Write(
            new StoreRow.OfCallback(rows.Callback(1, CallbackStatus.Offering) with { Agent = "1001", Handling = null }),
            new StoreRow.OfCallback(rows.Callback(2, CallbackStatus.Offering) with { Agent = "1002", Handling = null }),
            new StoreRow.OfVoicemail(rows.Voicemail(71, VoicemailStatus.New) with { Queue = "team" }),
            new StoreRow.OfVoicemail(rows.Voicemail(72, VoicemailStatus.New) with { Queue = "others" }));
        List<RoleCaller> callers = [new("nobody", "X-Nobody", "1", r => r.Anyone)];
        foreach (var role in RoleTable.Roles)
        {
            var agent = role == "agent" ? ",\"agent\":\"1001\"" : "";
            await server.SendAsync(HttpMethod.Post, "/api/v1/users", $$"""{"name":"a-{{role}}","role":"{{role}}","password":"{{Password}}"{{agent}}}""");
            using var browser = server.NewBrowser();
            var signedIn = await ApiServer.SignInAsync(browser, Password, $"a-{role}");
            var cookie = signedIn.Headers.GetValues("Set-Cookie").First(c => c.StartsWith("rappel-session", StringComparison.Ordinal)).Split(';')[0];
            callers.Add(new(role, "Cookie", cookie, r => r.LetsIn(role)));
        }

        var tokens = server.Services.GetRequiredService<ApiTokens>();
        callers.AddRange(
            from scope in Permission.Scopes
            let token = tokens.Make(scope, [scope], scope == Permission.OwnAgent ? "1001" : null, null, "test")!.Value.Token
            select new RoleCaller($"token {scope}", "Authorization", $"Bearer {token}", r => r.LetsInToken(scope)));
        return callers;
    }

    /// <param name="Header">That lets them in, with its value.</param>
    private sealed record RoleCaller(string Name, string Header, string Value, Func<RoleRow, bool> Expected);
}
