using System.Collections.Immutable;
using System.Net.Http;
using System.Text.Json;
using System.Threading.Tasks;
using Rappel.Core.Callbacks;
using Rappel.Core.Calls;
using Rappel.Engine;
using Rappel.Engine.Journal;

namespace Rappel.Tests.Server.Web;

public sealed class CallbackApiTests
{
    [Fact]
    public async Task Requests_come_newest_first_page_by_page()
    {
        await using var server = await ApiServer.StartAsync();
        server.Write([.. Enumerable.Range(1, 7).Select(i => new StoreRow.OfCallback(Request(i)))]);
        var seen = new List<string>();
        string? next = "";

        for (var page = 0; page < 5 && next is not null; page++)
        {
            var reply = (await server.GetAsync($"/api/v1/callbacks?limit=3{(next.Length > 0 ? "&before=" + next : "")}")).Json;
            seen.AddRange(reply.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetString()!));
            next = reply.GetProperty("next").GetString();
        }

        Assert.Equal(["cb-7", "cb-6", "cb-5", "cb-4", "cb-3", "cb-2", "cb-1"], seen);
    }

    [Theory]
    [InlineData("place", "cb-5 cb-4 cb-3 cb-2 cb-1")]
    [InlineData("-place", "cb-1 cb-2 cb-3 cb-4 cb-5")]
    [InlineData("attempts", "cb-1 cb-2 cb-3 cb-4 cb-5")]
    [InlineData("due", "cb-1 cb-2 cb-3 cb-4 cb-5")]
    public async Task Requests_come_in_an_order_of_choice_page_by_page(string sort, string expected)
    {
        await using var server = await ApiServer.StartAsync();
        server.Write([.. Enumerable.Range(1, 5).Select(i => new StoreRow.OfCallback(Request(i) with { Place = FakeEngine.At.AddMinutes(-i), AttemptsUsed = i / 3 }))]);
        var seen = new List<string>();
        string? next = "";

        for (var page = 0; page < 5 && next is not null; page++)
        {
            var reply = (await server.GetAsync($"/api/v1/callbacks?limit=2&sort={sort}{(next.Length > 0 ? "&before=" + next : "")}")).Json;
            seen.AddRange(reply.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetString()!));
            next = reply.GetProperty("next").GetString();
        }

        Assert.Equal(expected, string.Join(' ', seen));
        var wrong = await server.GetAsync($"/api/v1/callbacks?sort={sort}&before=cb-3");
        Assert.Equal((400, "before"), (wrong.Code, wrong.Json.GetProperty("errors")[0].GetProperty("parameter").GetString()));
    }

    [Fact]
    public async Task Requests_are_found()
    {
        await using var server = await ApiServer.StartAsync();
        server.Write(
            new StoreRow.OfCallback(Request(1)), new StoreRow.OfCallback(Request(2) with { Status = CallbackStatus.BadNumber }),
            new StoreRow.OfCallback(Request(3) with
            {
                Terms = Request(3).Terms with { Queue = "other" },
                CustomerName = "Bruno Roy",
                Handling = CallbackHandling.None with { AssignedAgent = "1002", HeldBecause = CallbackHold.ByHand },
            }));
        foreach (var (query, expected) in ((string, string)[])
            [
                ("status=open", "cb-3 cb-1"), ("status=bad-number", "cb-2"), ("queue=other", "cb-3"), ("number=%2B1%20(514)%20555-0002", "cb-2"),
                ("number=0003&status=waiting", "cb-3"), ("number=99999", ""),
                ("name=zo%C3%A9", "cb-2 cb-1"), ("agent=1002", "cb-3"), ("held=true", "cb-3"), ("held=false&status=open", "cb-1"), ("name=", "cb-3 cb-2 cb-1"),
                ("search=bruno", "cb-3"), ("search=555-0002", "cb-2"), ("search=cb-1", "cb-1"), ("inboundQueue=nurse-line&status=open", "cb-3 cb-1"), ("inboundQueue=x", ""),
            ])
        {
            var items = (await server.GetAsync("/api/v1/callbacks?" + query)).Json.GetProperty("items").EnumerateArray();

            Assert.Equal((query, expected), (query, string.Join(' ', items.Select(i => i.GetProperty("id").GetString()))));
        }
    }

    [Fact]
    public async Task Everything_wrong_with_a_query_is_told_at_once()
    {
        await using var server = await ApiServer.StartAsync();

        var reply = await server.GetAsync("/api/v1/callbacks?status=gone&limit=201&before=x&number=abc&held=perhaps&name=" + new string('x', 101));

        Assert.Equal((400, "application/problem+json"), (reply.Code, reply.ContentType));
        Assert.Equal(
            ["before", "held", "limit", "name", "number", "status"],
            reply.Json.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("parameter").GetString()).Order());
        Assert.Contains("bad-number", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_request_is_told_with_its_history()
    {
        await using var server = await ApiServer.StartAsync();
        var at = FakeEngine.At;
        server.Write(
            new StoreRow.OfCallback(Request(1) with { LastOutcome = AttemptOutcome.RingNoAnswer, AttemptsUsed = 1 }),
            new StoreRow.OfAttempt(TenantId.Default, new(new(1), 1, 1, "1001", at, at.AddSeconds(4), null, at.AddSeconds(34), AttemptOutcome.RingNoAnswer, true, 480)),
            new StoreRow.OfJournal(new(TenantId.Default, at, "cb-1", "requested", null, null)),
            new StoreRow.OfJournal(new(TenantId.Default, at.AddSeconds(34), "cb-1", "attempt-ended", "ring-no-answer", null)));

        var json = (await server.GetAsync("/api/v1/callbacks/cb-1")).Json;
        Assert.Equal(200, (await server.GetAsync("/api/v1/callbacks/1")).Code);

        var callback = json.GetProperty("callback");
        Assert.Equal(300, callback.GetProperty("retryDelaySeconds").GetInt32());
        Assert.Equal("ring-no-answer", callback.GetProperty("lastOutcome").GetString());
        Assert.Equal("2026-03-02T18:05:00Z", callback.GetProperty("expiresAt").GetString());
        Assert.Equal("42", callback.GetProperty("variables").GetProperty("case.number").GetString());
        Assert.Equal(480, json.GetProperty("attempts")[0].GetProperty("sipStatus").GetInt32());
        Assert.Equal(["requested", "attempt-ended"], json.GetProperty("journal").EnumerateArray().Select(j => j.GetProperty("event").GetString()));
    }

    [Fact]
    public async Task What_was_decided_by_hand_is_told()
    {
        await using var server = await ApiServer.StartAsync();
        var at = FakeEngine.At;
        server.Write(new StoreRow.OfCallback(Request(1) with
        {
            ToldWait = 300,
            MachinesMet = 2,
            Handling = new CallbackHandling(
                new CallbackWindow(at.AddHours(1), at.AddHours(2)), at.AddMinutes(-30), "1002", [new CallbackNote(at, "marie", "Speak slowly.")], CallbackHold.ByHand),
        }));

        var callback = (await server.GetAsync("/api/v1/callbacks/cb-1")).Json.GetProperty("callback");

        Assert.Equal(
            ("1002", "by-hand", "2026-03-02T13:35:00Z", "2026-03-02T13:56:00Z", "agent"),
            (callback.GetProperty("assignedAgent").GetString(), callback.GetProperty("heldBecause").GetString(), callback.GetProperty("linePlace").GetString(),
                callback.GetProperty("place").GetString(), callback.GetProperty("rungFirst").GetString()));
        Assert.Equal((300, 2), (callback.GetProperty("toldWaitSeconds").GetInt32(), callback.GetProperty("machinesMet").GetInt32()));
        Assert.Equal("2026-03-02T16:05:00Z", callback.GetProperty("window").GetProperty("until").GetString());
        Assert.Equal("marie", callback.GetProperty("notes")[0].GetProperty("who").GetString());
    }

    [Fact]
    public async Task A_request_is_made_with_defaults()
    {
        await using var server = await ApiServer.StartAsync();
        server.Engine.Answer = _ => new(null, null, Request(12));

        var reply = await server.SendAsync(HttpMethod.Post, "/api/v1/callbacks", """{"number":"514 555 0142"}""");

        Assert.Equal((201, "cb-12", "/api/v1/callbacks/cb-12"), (reply.Code, reply["id"], reply.Headers.Location?.ToString()));
        var command = Assert.IsType<EngineCommand.CreateCallback>(Assert.Single(server.Engine.Commands));
        Assert.Equal(
            new("callbacks", "french", "north-america", 3, TimeSpan.FromMinutes(5), TimeSpan.FromHours(4), TimeSpan.FromSeconds(30), true), command.Terms);
        Assert.Equal(("514 555 0142", "fr", null, "api"), (command.Number, command.Language, command.CustomerName, command.Who));
        Assert.Empty(command.Variables);
    }

    [Fact]
    public async Task A_request_is_made_as_told()
    {
        await using var server = await ApiServer.StartAsync();
        server.Engine.Answer = _ => new(null, null, Request(12));

        await server.SendAsync(HttpMethod.Post, "/api/v1/callbacks", """
            {"number":"+15145550142","queue":"callbacks","attempts":1,"retryDelaySeconds":40,"cancelAfterSeconds":259200,"ringTimeSeconds":5,
             "agentNoAnswerUsesAttempt":false,"callerIdChannel":"french","dialPlan":"north-america","language":"en","name":"Zoé","variables":{"case.number":"7"}}
            """);

        var command = Assert.IsType<EngineCommand.CreateCallback>(Assert.Single(server.Engine.Commands));
        Assert.Equal(
            new("callbacks", "french", "north-america", 1, TimeSpan.FromSeconds(40), TimeSpan.FromHours(72), TimeSpan.FromSeconds(5), false), command.Terms);
        Assert.Equal(("en", "Zoé", "7"), (command.Language, command.CustomerName, command.Variables["case.number"]));
    }

    [Fact]
    public async Task Everything_wrong_with_a_request_is_told_at_once_with_what_is_allowed()
    {
        await using var server = await ApiServer.StartAsync();

        var reply = await server.SendAsync(HttpMethod.Post, "/api/v1/callbacks", """
            {"queue":"nurse-line","attempts":11,"retryDelaySeconds":39,"cancelAfterSeconds":262800,"ringTimeSeconds":"30","callerIdChannel":"off",
             "dialPlan":"none","language":"de","name":"","variables":{"a b":"x","c":1},"retries":1,"agentNoAnswerUsesAttempt":"no"}
            """);

        Assert.Equal(422, reply.Code);
        var errors = reply.Json.GetProperty("errors").EnumerateArray()
            .ToDictionary(e => e.GetProperty("pointer").GetString()!, e => e.GetProperty("allowed").GetString()!);
        Assert.Equal(
            [
                "#/agentNoAnswerUsesAttempt", "#/attempts", "#/callerIdChannel", "#/cancelAfterSeconds", "#/dialPlan", "#/language", "#/name", "#/number",
                "#/queue", "#/retries", "#/retryDelaySeconds", "#/ringTimeSeconds", "#/variables/a%20b", "#/variables/c",
            ],
            errors.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("a whole number from 40 to 5400 seconds", errors["#/retryDelaySeconds"]);
        Assert.Equal("a whole number from 120 to 259200 seconds", errors["#/cancelAfterSeconds"]);
        Assert.Equal("callbacks", errors["#/queue"]);
        Assert.Empty(server.Engine.Commands);
    }

    [Fact]
    public async Task A_body_that_is_no_object_is_refused()
    {
        await using var server = await ApiServer.StartAsync();
        foreach (var (body, status) in ((string, int)[])[("{", 400), ("[]", 400), ("""{"number":"1","number":"2"}""", 400), ("", 422)])
        {
            Assert.Equal((body, status), (body, (await server.SendAsync(HttpMethod.Post, "/api/v1/callbacks", body)).Code));
        }
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused()
    {
        await using var server = await ApiServer.StartAsync();

        var reply = await server.SendAsync(HttpMethod.Post, "/api/v1/callbacks", JsonSerializer.Serialize(new { number = new string('1', 70_000) }));

        Assert.Equal((413, "too-large"), (reply.Code, reply["code"]));
    }

    [Fact]
    public async Task What_the_engine_refuses_is_told()
    {
        await using var server = await ApiServer.StartAsync();
        foreach (var (error, status) in ((string, int)[])[("already-pending", 409), ("refused-number", 422), ("pending-cap", 409)])
        {
            server.Engine.Answer = _ => new(error, new("because", "parce que"), Request(4));

            var reply = await server.SendAsync(HttpMethod.Post, "/api/v1/callbacks", """{"number":"911"}""");

            Assert.Equal((status, error), (reply.Code, reply["code"]));
            Assert.Equal(error == "already-pending" ? "cb-4" : null, reply["callback"]);
        }
    }

    [Fact]
    public async Task A_command_that_is_not_answered_in_time_may_still_be_done_and_says_so()
    {
        await using var server = await ApiServer.StartAsync(options => options with { CommandTimeout = TimeSpan.FromMilliseconds(20) });
        server.Engine.Answer = _ => null;

        var reply = await server.SendAsync(HttpMethod.Post, "/api/v1/callbacks", """{"number":"5145550142"}""");

        Assert.Equal((504, "no-answer"), (reply.Code, reply["code"]));
        Assert.Contains("may still", reply["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_is_cancelled_with_a_reason()
    {
        await using var server = await ApiServer.StartAsync();
        server.Write(new StoreRow.OfCallback(Request(5)));
        server.Engine.Answer = _ => new(null, null, Request(5) with { Status = CallbackStatus.Cancelled });

        var posted = await server.SendAsync(HttpMethod.Post, "/api/v1/callbacks/cb-5/cancel", """{"reason":"called by hand"}""");
        var deleted = await server.SendAsync(HttpMethod.Delete, "/api/v1/callbacks/cb-5?reason=again");

        Assert.Equal((200, "cancelled", 200), (posted.Code, posted["status"], deleted.Code));
        Assert.Equal(
            [new EngineCommand.CancelCallback(new(5), "api", "called by hand"), new EngineCommand.CancelCallback(new(5), "api", "again")],
            server.Engine.Commands);
    }

    [Fact]
    public async Task A_cancellation_needs_a_reason_and_a_request()
    {
        await using var server = await ApiServer.StartAsync();
        server.Write(new StoreRow.OfCallback(Request(5)));

        Assert.Equal(422, (await server.SendAsync(HttpMethod.Post, "/api/v1/callbacks/cb-5/cancel", "{}")).Code);
        Assert.Equal(400, (await server.SendAsync(HttpMethod.Delete, "/api/v1/callbacks/cb-5?reason=" + new string('x', 201))).Code);
        Assert.Equal(404, (await server.SendAsync(HttpMethod.Delete, "/api/v1/callbacks/cb-6")).Code);
        Assert.Equal(404, (await server.SendAsync(HttpMethod.Delete, "/api/v1/callbacks/cb-99999999999999999999")).Code);
        Assert.Equal(404, (await server.GetAsync("/api/v1/callbacks/i-5")).Code);
        Assert.Empty(server.Engine.Commands);
    }

    private static CallbackRequest Request(int id) => new(
        new(id), TenantId.Default, 1, CallbackStatus.Waiting,
        new("callbacks", null, "north-america", 3, TimeSpan.FromMinutes(5), TimeSpan.FromHours(4), TimeSpan.FromSeconds(30), true),
        $"+1514555{id:0000}", "carrier", "America/Toronto", "+15145550100", "fr", "Zoé", "nurse-line", CallbackOrigin.Script, new(id + 100), new(id + 50),
        FakeEngine.At.AddMinutes(-9), FakeEngine.At, FakeEngine.At.AddHours(4), null, 0, 0, null, 0, null, null, null, null,
        ImmutableDictionary<string, string>.Empty.Add("case.number", "42"));
}
