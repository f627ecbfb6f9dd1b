using System.Net.Http;
using System.Net.WebSockets;
using System.Threading.Tasks;
using Rappel.Core.Numbers;
using Rappel.Engine;

namespace Rappel.Tests.Server.Web;

/// <summary>Who may be which phone in the browser.</summary>
public sealed class PhoneApiTests
{
    private const string Secret = "correct horse battery";

    private static System.Threading.CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_agent_is_told_of_their_own_phone_and_others_of_one_to_listen_with()
    {
        await using var server = await ApiServer.StartAsync();
        var agent = await PersonAsync(server, """{"name":"zoe","role":"agent","agent":"1001","password":"correct horse battery"}""");
        await ApiServer.SignInAsync(server.Browser);

        var own = await GetAsync(agent, "/api/v1/phone");
        var admin = await GetAsync(server.Browser, "/api/v1/phone");
        var test = await GetAsync(server.Browser, "/api/v1/phone?customer=%2B15145550123");

        Assert.Equal(("1001", "sip:1001@127.0.0.1", "/sip"), (own["user"], own["uri"], own["webSocket"]));
        Assert.Equal("user-admin", admin["user"]);
        Assert.Equal(("customer-15145550123", "/sip?customer=%2B15145550123"), (test["user"], test["webSocket"]));
    }

    [Theory]
    [InlineData("?agent=1002", "not-permitted")]
    [InlineData("?customer=%2B15145550123", "not-permitted")]
    public async Task An_agent_gets_nobody_elses_phone(string query, string code)
    {
        await using var server = await ApiServer.StartAsync();
        var agent = await PersonAsync(server, """{"name":"zoe","role":"agent","agent":"1001","password":"correct horse battery"}""");

        var told = await GetAsync(agent, "/api/v1/phone" + query);

        Assert.Equal((409, code), (told.Code, told["code"]));
    }

    [Theory]
    [InlineData("?agent=4711", "unknown-agent")]
    [InlineData("?customer=911", "bad-number")]
    public async Task A_phone_that_there_is_not_is_refused(string query, string code)
    {
        await using var server = await ApiServer.StartAsync();
        await ApiServer.SignInAsync(server.Browser);

        Assert.Equal(code, (await GetAsync(server.Browser, "/api/v1/phone" + query))["code"]);
    }

    [Fact]
    public async Task A_page_of_this_server_opens_its_phone_and_signing_out_closes_it()
    {
        await using var server = await ApiServer.StartAsync();
        var cookie = await CookieAsync(server);
        using var phone = await OpenAsync(server, "?customer=%2B15145550123", cookie, server.Origin);

        await ApiServer.SendAsync(server.Stranger, HttpMethod.Delete, "/api/v1/session", null, ("Cookie", cookie), ApiServer.Guard);

        await Assert.ThrowsAsync<WebSocketException>(async () => await phone.ReceiveAsync(new byte[10], Cancelled));
        Assert.Equal([new FlowIdentity.Customer(new PhoneNumber("+15145550123"))], server.Phones.Opened);
        Assert.Equal("sip", phone.SubProtocol);
    }

    [Theory]
    [InlineData("http://elsewhere.example")]
    [InlineData("http://127.0.0.1:1")]
    [InlineData(null)]
    public async Task A_page_of_another_site_opens_none(string? origin)
    {
        await using var server = await ApiServer.StartAsync();
        var cookie = await CookieAsync(server);

        await Assert.ThrowsAsync<WebSocketException>(() => OpenAsync(server, "", cookie, origin));
        Assert.Empty(server.Phones.Opened);
    }

    [Fact]
    public async Task Nobody_opens_a_phone_without_a_session()
    {
        await using var server = await ApiServer.StartAsync();

        await Assert.ThrowsAsync<WebSocketException>(() => OpenAsync(server, "", null, server.Origin));
        Assert.Empty(server.Phones.Opened);
    }

    private static async Task<HttpClient> PersonAsync(ApiServer server, string json)
    {
        await server.SendAsync(HttpMethod.Post, "/api/v1/users", json);
        var browser = server.NewBrowser();
        await ApiServer.SignInAsync(browser, Secret, "zoe");
        return browser;
    }

    private static Task<Reply> GetAsync(HttpClient browser, string path) => ApiServer.SendAsync(browser, HttpMethod.Get, path);

    private static async Task<string> CookieAsync(ApiServer server)
    {
        var signedIn = await ApiServer.SignInAsync(server.Stranger);
        return string.Join("; ", signedIn.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]));
    }

    private static async Task<ClientWebSocket> OpenAsync(ApiServer server, string query, string? cookie, string? origin)
    {
        var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("sip");
        if (cookie is not null)
        {
            socket.Options.SetRequestHeader("Cookie", cookie);
        }

        if (origin is not null)
        {
            socket.Options.SetRequestHeader("Origin", origin);
        }

        await socket.ConnectAsync(new Uri(server.Origin.Replace("http", "ws", StringComparison.Ordinal) + "/sip" + query), Cancelled);
        return socket;
    }
}
