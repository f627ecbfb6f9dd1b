using System.Net.Http;
using System.Threading.Tasks;
using Rappel.Core.Acd;
using Rappel.Core.Callbacks;
using Rappel.Core.Calls;
using Rappel.Core.Config;
using Rappel.Engine;
using Rappel.Engine.Journal;
using Rappel.Tests.Storage;

namespace Rappel.Tests.Server.Web;

public sealed class AfterCallApiTests
{
    private const string Agent = "/api/v1/agents/1001";
    private static readonly TenantId Tenant = TenantId.Default;

    [Fact]
    public async Task Codes_a_note_and_the_end_of_the_wrap_up_reach_the_engine()
    {
        await using var server = await ApiServer.StartAsync();

        var reply = await server.SendAsync(HttpMethod.Put, $"{Agent}/wrap-up", """{"codes":["refill"],"note":"Two\r\nlines","finish":true,"extendSeconds":60}""");

        Assert.Equal(204, reply.Code);
        var said = Assert.IsType<AfterCall.WrapUp>(Assert.Single(server.Engine.Commands));
        Assert.Equal(("1001", "Two\nlines", true, TimeSpan.FromMinutes(1)), (said.Agent, said.Note, said.Finish, said.Extend!.Value));
        Assert.Equal(["refill"], said.Codes);
    }

    [Theory]
    [InlineData("""{"codes":["a","b","c","d","e","f","g"]}""", "#/codes")]
    [InlineData("""{"codes":"refill"}""", "#/codes")]
    [InlineData("""{"extendSeconds":3601}""", "#/extendSeconds")]
    [InlineData("""{"finished":true}""", "#/finished")]
    public async Task What_will_not_do_is_named(string body, string pointer)
    {
        await using var server = await ApiServer.StartAsync();

        var reply = await server.SendAsync(HttpMethod.Put, $"{Agent}/wrap-up", body);

        Assert.Equal((422, pointer), (reply.Code, reply.Json.GetProperty("errors")[0].GetProperty("pointer").GetString()));
        Assert.Empty(server.Engine.Commands);
    }

    [Theory]
    [InlineData("""{"outcome":"call-again","at":"2026-03-02T15:00:00Z","number":"514 555-0199","why":"asked"}""", DecidedOutcome.CallAgain)]
    [InlineData("""{"outcome":"wrong-number"}""", DecidedOutcome.WrongNumber)]
    [InlineData("""{"outcome":"completed"}""", null)]
    public async Task An_outcome_is_decided_and_taken_back(string body, DecidedOutcome? outcome)
    {
        await using var server = await ApiServer.StartAsync();

        var reply = await server.SendAsync(HttpMethod.Post, $"{Agent}/callback-outcome", body);

        Assert.Equal(204, reply.Code);
        Assert.Equal(outcome, Assert.IsType<AfterCall.Decide>(Assert.Single(server.Engine.Commands)).Outcome);
    }

    [Theory]
    [InlineData("""{"outcome":"gone"}""", "#/outcome")]
    [InlineData("""{"outcome":"wrong-number","at":"2026-03-02T15:00:00Z"}""", "#/at")]
    [InlineData("{}", "#/outcome")]
    public async Task An_outcome_that_is_none_is_refused(string body, string pointer)
    {
        await using var server = await ApiServer.StartAsync();

        var reply = await server.SendAsync(HttpMethod.Post, $"{Agent}/callback-outcome", body);

        Assert.Equal((422, pointer), (reply.Code, reply.Json.GetProperty("errors")[0].GetProperty("pointer").GetString()));
    }

    [Fact]
    public async Task Only_somebody_elses_word_ends_a_wrap_up_by_force()
    {
        await using var server = await ApiServer.StartAsync();
        await server.SendAsync(HttpMethod.Post, "/api/v1/users", """{"name":"boss","role":"supervisor","password":"correct horse battery","agent":"1001"}""");
        using var boss = server.NewBrowser();
        await ApiServer.SignInAsync(boss, "correct horse battery", "boss");

        await ApiServer.ChangeAsync(boss, "PUT", "/api/v1/agents/1001/status", """{"status":"available"}""");
        await ApiServer.ChangeAsync(boss, "PUT", "/api/v1/agents/1002/status", """{"status":"available"}""");

        Assert.Equal([false, true], server.Engine.Commands.OfType<EngineCommand.SetAgentStatus>().Select(c => c.ByForce));
    }

    [Fact]
    public async Task Interactions_tell_what_was_said_of_them()
    {
        await using var server = await ApiServer.StartAsync();
        var rows = new RandomRows(1, Tenant);
        server.Write(
            new StoreRow.OfInteraction(rows.Interaction(7, open: false)),
            new StoreRow.OfAfterCall(new AfterCallRow(Tenant, new(7), "1001", "nurses", FakeEngine.At, ["refill"], "Call back.")));

        var one = (await server.GetAsync("/api/v1/interactions/i-7")).Json.GetProperty("interaction");

        Assert.Equal(("refill", "Call back."), (one.GetProperty("codes")[0].GetString(), one.GetProperty("note").GetString()));
    }

    [Fact]
    public async Task A_day_is_added_up_from_what_is_on_record()
    {
        await using var server = await ApiServer.StartAsync();
        var now = server.Time.GetUtcNow();
        var since = new Instant(now.Year, now.Month, now.Day, 0, 0, 0, TimeSpan.Zero);
        var at = now - since > TimeSpan.FromMinutes(1) ? now - ((now - since) / 2) : now;
        OfferRow Offer(long id, WorkKind kind, OfferOutcome outcome) => new(Tenant, new(id), "1001", "q", kind, new(id), null, at, at, outcome);
        server.Write(
            new StoreRow.OfOffer(Offer(1, WorkKind.LiveCall, OfferOutcome.Accepted) with { TalkedFrom = at, TalkedUntil = at.AddSeconds(60) }),
            new StoreRow.OfOffer(Offer(2, WorkKind.Callback, OfferOutcome.Accepted) with { TalkedFrom = at, TalkedUntil = at.AddSeconds(30) }),
            new StoreRow.OfOffer(Offer(3, WorkKind.LiveCall, OfferOutcome.TimedOut)),
            new StoreRow.OfOffer(Offer(4, WorkKind.LiveCall, OfferOutcome.Rejected)),
            new StoreRow.OfOffer(Offer(5, WorkKind.LiveCall, OfferOutcome.Accepted) with { At = since.AddHours(-1), TalkedFrom = since, TalkedUntil = at }),
            new StoreRow.OfJournal(new JournalRow(Tenant, since.AddHours(-3), "agent-1001", "status", "on-break", null)),
            new StoreRow.OfJournal(new JournalRow(Tenant, at, "agent-1001", "status", "available", null)));

        var day = (await server.GetAsync($"{Agent}/today?zone=Etc/UTC")).Json;

        int Of(string field) => day.GetProperty(field).GetInt32();
        Assert.Equal((1, 1, 0, 90, 4, 1, 1, 45), (Of("calls"), Of("callbacks"), Of("voicemails"), Of("talkSeconds"), Of("offers"), Of("notAnswered"), Of("rejected"), Of("averageTalkSeconds")));
        Assert.Equal((int)(at - since).TotalSeconds, Of("breakSeconds"));
        Assert.Equal(422 - 22, (await server.GetAsync($"{Agent}/today?zone=Moon/Base")).Code);
    }

    [Fact]
    public async Task Own_callbacks_are_those_kept_for_the_agent_and_those_handled_last()
    {
        await using var server = await ApiServer.StartAsync();
        var rows = new RandomRows(1, Tenant);
        server.Write(
            new StoreRow.OfCallback(rows.Callback(1, CallbackStatus.Waiting) with { Agent = null, Handling = CallbackHandling.None with { AssignedAgent = "1001" } }),
            new StoreRow.OfCallback(rows.Callback(2, CallbackStatus.Completed) with { Agent = "1001", Handling = null }),
            new StoreRow.OfCallback(rows.Callback(3, CallbackStatus.Waiting) with { Agent = null, Handling = null }));

        var own = (await server.GetAsync($"{Agent}/callbacks")).Json.GetProperty("items");

        Assert.Equal(["cb-1", "cb-2"], own.EnumerateArray().Select(i => i.GetProperty("id").GetString()));
    }

    [Fact]
    public async Task A_membership_is_changed_shown_and_taken_back()
    {
        await using var server = await ApiServer.StartAsync();
        server.Engine.Answer = command =>
        {
            if (command is MembershipCommand { Change: var change } c)
            {
                server.Engine.Live = server.Engine.Live! with
                {
                    Memberships = change is { } made
                        ? [new MembershipRow(Tenant, c.Kind, c.Queue, c.Agent, made.Enabled, made.Skill, c.Who, FakeEngine.At, false)]
                        : [],
                };
            }

            return new CommandAnswer(null, null, null);
        };

        var changed = await server.SendAsync(HttpMethod.Put, "/api/v1/agents/1002/queues/callbacks", """{"enabled":true,"skill":9}""");
        var members = (await server.GetAsync("/api/v1/queues/callbacks/members")).Json.GetProperty("items")[1];
        var agents = (await server.GetAsync("/api/v1/agents/1002")).Json;
        var back = await server.SendAsync(HttpMethod.Delete, "/api/v1/agents/1002/queues/callbacks");

        Assert.Equal((true, 9, false), (changed.Json.GetProperty("enabled").GetBoolean(), changed.Json.GetProperty("skill").GetInt32(), changed.Json.GetProperty("configured").GetBoolean()));
        Assert.Equal(("1002", "busy", false), (members.GetProperty("agent").GetString(), members.GetProperty("status").GetString(), members.GetProperty("configured").GetBoolean()));
        Assert.Equal("callbacks", agents.GetProperty("queues")[0].GetString());
        Assert.True(back.Json.GetProperty("configured").GetBoolean());
        Assert.Equal(404, (await server.SendAsync(HttpMethod.Put, "/api/v1/agents/1002/queues/none", """{"enabled":true}""")).Code);
        Assert.Equal(422, (await server.SendAsync(HttpMethod.Put, "/api/v1/agents/1002/queues/callbacks", """{"enabled":true,"skill":11}""")).Code);
    }

    [Fact]
    public async Task Many_requests_are_handled_at_once_and_each_is_told()
    {
        await using var server = await ApiServer.StartAsync();
        var rows = new RandomRows(1, Tenant);
        server.Write(new StoreRow.OfCallback(rows.Callback(1, CallbackStatus.Waiting)), new StoreRow.OfCallback(rows.Callback(2, CallbackStatus.Connected)));
        server.Engine.Answer = command => command is CallbackCommand { Callback.Value: 2 }
            ? new CommandAnswer("connected", Said.Same("cb-2 is talking"), null)
            : new CommandAnswer(null, null, null);

        var reply = await server.SendAsync(HttpMethod.Post, "/api/v1/callbacks/bulk", """{"ids":["cb-1","cb-2","cb-3"],"action":"hold","why":"storm"}""");
        var moved = await server.SendAsync(HttpMethod.Post, "/api/v1/callbacks/bulk", """{"ids":["cb-1","cb-2"],"action":"move","to":"first","why":"storm"}""");

        Assert.Equal("""{"done":["cb-1"],"refused":[{"id":"cb-2","code":"connected","message":"cb-2 is talking"},{"id":"cb-3","code":"unknown-callback","message":"there is no such request"}]}""", reply.Text);
        Assert.Equal(200, moved.Code);
        Assert.Equal([2, 1], server.Engine.Commands.OfType<CallbackCommand.Move>().Select(m => m.Callback.Value));
    }

    [Theory]
    [InlineData("""{"ids":[],"action":"hold","why":"storm"}""", "#/ids")]
    [InlineData("""{"ids":["cb-1"],"action":"dance","why":"storm"}""", "#/action")]
    [InlineData("""{"ids":["cb-1"],"action":"transfer","why":"storm"}""", "#/queue")]
    [InlineData("""{"ids":["cb-1"],"action":"hold"}""", "#/why")]
    public async Task Nothing_is_done_where_something_is_wrong_for_all(string body, string pointer)
    {
        await using var server = await ApiServer.StartAsync();

        var reply = await server.SendAsync(HttpMethod.Post, "/api/v1/callbacks/bulk", body);

        Assert.Equal((422, pointer), (reply.Code, reply.Json.GetProperty("errors")[0].GetProperty("pointer").GetString()));
        Assert.Empty(server.Engine.Commands);
    }
}
