using System.Collections.Immutable;
using System.Net.Http;
using System.Threading.Tasks;
using Rappel.Core.Callbacks;
using Rappel.Core.Calls;
using Rappel.Core.Config;
using Rappel.Engine;
using Rappel.Engine.Journal;
using Rappel.Server.Web;
using Rappel.Tests.Server.Web;

namespace Rappel.Tests.Server.Customers;

public class PublicApiTests
{
    private const string Site = "https://www.example.net";

    [Fact]
    public async Task A_customer_sees_their_own_request_and_no_more()
    {
        await using var server = await Server();
        var reply = await Ask(server, HttpMethod.Get, Link(server, 1));

        Assert.Equal((200, "waiting", "+1514•••••01", "Zoé"), (reply.Code, reply["status"], reply["number"], reply["name"]));
        Assert.True(reply.Json.GetProperty("mayChange").GetBoolean());
        Assert.NotEqual(0, reply.Json.GetProperty("windows").GetArrayLength());
        Assert.DoesNotContain("5550001", reply.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("case.number", reply.Text, StringComparison.Ordinal);
        Assert.Equal("no-store", reply.Headers.CacheControl?.ToString());
    }

    [Fact]
    public async Task A_link_that_was_changed_or_made_elsewhere_opens_nothing()
    {
        await using var server = await Server();
        var good = Link(server, 1);
        var other = new LinkSigner(TenantId.Default, new byte[32], server.Time).Sign(new(1), server.Time.GetUtcNow().AddDays(1));
        foreach (var bad in (string[])["x", good[..^1], good[..^2] + (good[^2] == 'A' ? "BA" : "AA"), "B" + good[1..], other, good.ToUpperInvariant(), "..%2F1"])
        {
            Assert.Equal((bad, 404, "bad-link"), (bad, (await Ask(server, HttpMethod.Get, bad)).Code, (await Ask(server, HttpMethod.Delete, bad))["code"]));
        }

        Assert.Empty(server.Engine.Commands);
    }

    [Fact]
    public async Task A_link_ends()
    {
        await using var server = await Server();
        var link = Link(server, 1);
        server.Time.Ahead = LinkSigner.Life + TimeSpan.FromMinutes(2);

        Assert.Equal((410, "link-over"), ((await Ask(server, HttpMethod.Get, link)).Code, (await Ask(server, HttpMethod.Get, link))["code"]));
    }

    [Fact]
    public async Task A_customer_moves_changes_and_cancels()
    {
        await using var server = await Server();
        var link = Link(server, 1);

        await Ask(server, HttpMethod.Put, link, """{"from":"2099-03-02T15:00:00Z","until":"2099-03-02T16:00:00Z"}""");
        await Ask(server, HttpMethod.Put, link, """{"number":"514 555 0143"}""");
        await Ask(server, HttpMethod.Put, link, """{"asSoonAsPossible":true}""");
        Assert.Equal(200, (await Ask(server, HttpMethod.Delete, link)).Code);

        Assert.Collection(
            server.Engine.Commands,
            c => Assert.Equal(new CallbackWindow(new(2099, 3, 2, 15, 0, 0, default), new(2099, 3, 2, 16, 0, 0, default)), Assert.IsType<CallbackCommand.Reschedule>(c).Window),
            c => Assert.Equal("514 555 0143", Assert.IsType<CallbackCommand.ChangeNumber>(c).Number),
            c => Assert.Equal(TimeSpan.FromHours(4), Assert.IsType<CallbackCommand.Reschedule>(c).Window.Until - ((CallbackCommand.Reschedule)c).Window.From),
            c => Assert.Equal((new CallbackId(1), "customer"), (Assert.IsType<EngineCommand.CancelCallback>(c).Callback, ((EngineCommand.CancelCallback)c).Who)));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"number":"514 555 0143","asSoonAsPossible":true}""")]
    [InlineData("""{"queue":"other"}""")]
    [InlineData("""{"from":"2099-03-02T15:00:00Z"}""")]
    public async Task What_is_no_change_is_refused(string body)
    {
        await using var server = await Server();

        Assert.Equal(422, (await Ask(server, HttpMethod.Put, Link(server, 1), body)).Code);
        Assert.Empty(server.Engine.Commands);
    }

    [Fact]
    public async Task A_number_is_read_back_before_it_is_changed()
    {
        await using var server = await Server();

        var good = await Ask(server, HttpMethod.Post, Link(server, 1) + "/number", """{"number":"(514) 555-0143"}""");
        var bad = await Ask(server, HttpMethod.Post, Link(server, 1) + "/number", """{"number":"911"}""");

        Assert.Equal((200, "+15145550143"), (good.Code, good["number"]));
        Assert.Equal((422, "refused-number"), (bad.Code, bad["code"]));
        Assert.Empty(server.Engine.Commands);
    }

    [Fact]
    public async Task Who_changes_too_often_waits()
    {
        await using var server = await Server();
        Reply reply = null!;
        for (var i = 0; i < 25; i++)
        {
            reply = await Ask(server, HttpMethod.Delete, Link(server, 1));
        }

        Assert.Equal(429, reply.Code);
        Assert.NotNull(reply.Headers.RetryAfter);
    }

    [Fact]
    public async Task A_widget_answers_pages_of_its_own_origins_alone()
    {
        await using var server = await Server();

        var own = await Widget(server, HttpMethod.Get, null, Site);
        Assert.Equal((200, Site), (own.Code, Assert.Single(own.Headers.GetValues("Access-Control-Allow-Origin"))));
        Assert.Equal(340, own.Json.GetProperty("expectedWaitSeconds").GetInt32());

        var stranger = await Widget(server, HttpMethod.Get, null, "https://www.example.org");
        Assert.Equal((403, false), (stranger.Code, stranger.Headers.Contains("Access-Control-Allow-Origin")));
        Assert.Equal(403, (await Widget(server, HttpMethod.Post, """{"number":"514 555 0142"}""", null)).Code);
        Assert.Equal(403, (await Widget(server, HttpMethod.Post, """{"number":"514 555 0142"}""", Site + ":8443")).Code);
        Assert.Equal(204, (await Widget(server, HttpMethod.Options, null, Site)).Code);
        Assert.Empty(server.Engine.Commands);
    }

    [Fact]
    public async Task A_widget_asks_by_its_own_terms()
    {
        await using var server = await Server();
        server.Engine.Answer = _ => new CommandAnswer(null, null, CallbackSamples.Request(9));

        var reply = await Widget(server, HttpMethod.Post, """{"number":"514 555 0142","name":"Zoé","language":"en","website":""}""", Site);

        Assert.Equal(201, reply.Code);
        Assert.StartsWith("/c/", reply["link"], StringComparison.Ordinal);
        var made = Assert.IsType<EngineCommand.CreateCallback>(Assert.Single(server.Engine.Commands));
        Assert.Equal((CallbackOrigin.Widget, 5, "en", "Zoé", 340, "customer"), (made.Origin, made.Terms.Attempts, made.Language, made.CustomerName, made.ToldWait, made.Who));
    }

    [Fact]
    public async Task What_fills_in_the_field_that_nobody_sees_is_no_person()
    {
        await using var server = await Server();

        var reply = await Widget(server, HttpMethod.Post, """{"number":"514 555 0142","website":"https://spam.example"}""", Site);

        Assert.Equal((403, "looks-automatic"), (reply.Code, reply["code"]));
        Assert.Empty(server.Engine.Commands);
    }

    [Fact]
    public async Task Only_windows_that_are_offered_are_taken()
    {
        await using var server = await Server();
        server.Engine.Answer = _ => new CommandAnswer(null, null, CallbackSamples.Request(9));
        var offered = (await Widget(server, HttpMethod.Get, null, Site)).Json.GetProperty("windows")[1];

        var mine = await Widget(server, HttpMethod.Post, """{"number":"514 555 0142","from":"2099-03-02T15:00:00Z","until":"2099-03-02T16:00:00Z"}""", Site);
        var theirs = await Widget(
            server, HttpMethod.Post, $$"""{"number":"514 555 0142","from":{{offered.GetProperty("from").GetRawText()}},"until":{{offered.GetProperty("until").GetRawText()}}}""", Site);

        Assert.Equal((422, 201), (mine.Code, theirs.Code));
    }

    [Fact]
    public async Task One_address_asks_so_often_only()
    {
        await using var server = await Server();
        server.Engine.Answer = _ => new CommandAnswer(null, null, CallbackSamples.Request(9));
        var codes = new List<int>();
        for (var i = 0; i < 22; i++)
        {
            codes.Add((await Widget(server, HttpMethod.Post, $$"""{"number":"514 555 01{{i:00}}"}""", Site)).Code);
        }

        Assert.Equal([.. Enumerable.Repeat(201, 20), 429, 429], codes);
    }

    private static async Task<ApiServer> Server()
    {
        var server = await ApiServer.StartAsync();
        var terms = CallbackSamples.Request(1).Terms with { Attempts = 5, CallerIdChannel = "french" };
        var plan = new DialPlanSnapshot("north-america", "NANP", [new DialRuleSnapshot(@"(?:\+?1)?([2-9]\d\d[2-9]\d{6})", "+1$1", null, null, null, false)]);
        server.Engine.Configuration = server.Engine.Configuration with
        {
            DialPlans = server.Engine.Configuration.DialPlans.SetItem("north-america", plan),
            Widgets = ImmutableDictionary<string, WidgetSnapshot>.Empty.Add("site", new("site", "Site", terms, "nurse-line", ["fr", "en"], [Site], "#0b6e4f", true)),
        };
        server.Write(new StoreRow.OfCallback(CallbackSamples.Request(1)));
        return server;
    }

    private static string Link(ApiServer server, long id) =>
        LinkSigner.Settle(server.Store, TenantId.Default, server.Time).Sign(new(id), server.Time.GetUtcNow() + LinkSigner.Life);

    private static Task<Reply> Ask(ApiServer server, HttpMethod method, string link, string? body = null) =>
        ApiServer.SendAsync(server.Stranger, method, "/api/v1/public/requests/" + link, body);

    private static Task<Reply> Widget(ApiServer server, HttpMethod method, string? body, string? origin) =>
        ApiServer.SendAsync(server.Stranger, method, "/api/v1/public/widgets/site", body, origin is null ? [] : [("Origin", origin)]);
}
