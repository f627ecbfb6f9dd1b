using System.Threading.Tasks;
using Rappel.Core.Acd;
using Rappel.Core.Callbacks;
using Rappel.Core.Calls;
using Rappel.Engine;
using Rappel.Engine.Desk.Live;
using Rappel.Engine.Journal;
using Rappel.Server.Web.Bodies;

namespace Rappel.Tests.Server.Web;

public sealed class AgentWorkTests
{
    [Fact]
    public async Task An_agent_sees_all_that_is_known_of_the_callback_offered()
    {
        await using var server = await ApiServer.StartAsync();
        var at = FakeEngine.At;
        var request = HandlingApiTests.Request(4) with
        {
            Status = CallbackStatus.Offering,
            AttemptsUsed = 1,
            AttemptsBegun = 2,
            CurrentAttempt = 2,
        };
        server.Write(
            new StoreRow.OfCallback(request),
            new StoreRow.OfAttempt(TenantId.Default, new(new(4), 1, 1, "1001", at.AddMinutes(-6), at.AddMinutes(-6), null, at.AddMinutes(-5), AttemptOutcome.Busy, true, 486)),
            new StoreRow.OfAttempt(TenantId.Default, new(new(4), 2, 2, "1002", at, null, null, null, null, false, null)));

        var reply = await server.GetAsync("/api/v1/agents/1002/work");

        Assert.Equal((200, "1002", "busy", "cb-4"), (reply.Code, reply["agent"], reply["status"], reply["work"]));
        var callback = reply.Json.GetProperty("callback");
        string Text(string field) => callback.GetProperty(field).ToString();
        Assert.Equal(
            ("+15145550004", "Zoé", "nurse-line", "2026-03-02T13:58:00Z", "540", "2", "3"),
            (Text("number"), Text("name"), Text("inboundQueue"), Text("askedAt"), Text("waitedSeconds"), Text("attempt"), Text("attempts")));
        var earlier = Assert.Single(callback.GetProperty("earlier").EnumerateArray());
        Assert.Equal(("1", "busy"), (earlier.GetProperty("number").ToString(), earlier.GetProperty("outcome").GetString()));
        Assert.Equal("123456", callback.GetProperty("variables").GetProperty("customer.accountNumber").GetString());
        Assert.Equal("Rappels infirmières", Text("queueName"));
        Assert.Equal("42", callback.GetProperty("variables").GetProperty("case.number").GetString());
        Assert.False(callback.GetProperty("mayDismiss").GetBoolean());
    }

    [Fact]
    public void What_was_said_and_promised_travels_to_the_agent()
    {
        var window = new CallbackWindow(FakeEngine.At.AddHours(1), FakeEngine.At.AddHours(2));
        var request = HandlingApiTests.Request(4) with
        {
            Place = window.From,
            ToldWait = 300,
            Handling = CallbackHandling.None with { Window = window, Notes = [new CallbackNote(FakeEngine.At, "marie", "Speak slowly.")] },
        };

        var body = AgentCallbackBody.Of(request, [], FakeEngine.Sample(), FakeEngine.At);

        Assert.Equal((300, 0, 1), (body.ToldWaitSeconds, body.WaitedSeconds, body.Attempt));
        Assert.Equal(new NoteBody(FakeEngine.At.UtcDateTime, "marie", "Speak slowly."), Assert.Single(body.Notes));
        Assert.Equal(new WindowBody(window.From.UtcDateTime, window.Until.UtcDateTime), body.Window);
    }

    [Fact]
    public async Task A_call_is_told_with_its_record()
    {
        await using var server = await ApiServer.StartAsync();
        server.Engine.Live = server.Engine.Live! with
        {
            Agents = [new("1002", "Bruno Côté", AgentStatus.Offered, true, FakeEngine.At, "i-7", "nurse-line", "+15145550142")],
        };
        server.Write(new StoreRow.OfInteraction(new InteractionRow(
            TenantId.Default, new(7), InteractionKind.Inbound, null, "french", "nurse-line", "+15145550142", "+15145550100", "fr", FakeEngine.At.AddMinutes(-3),
            FakeEngine.At.AddMinutes(-2), null, null, null, null, 120)));

        var json = (await server.GetAsync("/api/v1/agents/1002/work")).Json;

        Assert.Equal("2026-03-02T14:03:00Z", json.GetProperty("interaction").GetProperty("queuedAt").GetString());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, json.GetProperty("callback").ValueKind);
    }

    [Fact]
    public async Task An_offer_is_told_with_its_countdown_and_who_waits()
    {
        await using var server = await ApiServer.StartAsync();
        var at = FakeEngine.At;
        Show(server, AgentStatus.Offered, LiveDesk.Empty with
        {
            Offer = new LiveOffer("o-17", LiveCallKind.Callback, new(9), new(4), "callbacks", new("+15145550004", "Zoé", "fr"), at, at.AddSeconds(20), true, false),
            Next = AgentStatus.OnBreak,
        });

        var json = (await server.GetAsync("/api/v1/agents/1002/work")).Json;

        var offer = json.GetProperty("offer");
        string Text(string field) => offer.GetProperty(field).ToString();
        Assert.Equal(
            ("o-17", "callback", "i-9", "cb-4", "callbacks", "Rappels infirmières", "+15145550004", "Zoé", "20", "True", "False"),
            (Text("id"), Text("kind"), Text("interaction"), Text("callback"), Text("queue"), Text("queueName"), Text("number"), Text("name"), Text("seconds"),
                Text("ringing"), Text("mayReject")));
        Assert.Equal(("on-break", "Bruno Côté"), (json.GetProperty("next").GetString(), json.GetProperty("name").GetString()));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, json.GetProperty("call").ValueKind);
    }

    [Fact]
    public async Task A_call_under_way_is_told_with_its_state_and_whom_the_agent_asks()
    {
        await using var server = await ApiServer.StartAsync();
        var at = FakeEngine.At;
        Show(server, AgentStatus.Busy, LiveDesk.Empty with
        {
            Call = new LiveCall(LiveCallKind.Call, new(7), null, "gone", new(null, null, "en"), LiveCallState.Held, at.AddSeconds(-5), at.AddMinutes(-1))
            {
                Consult = new LiveConsult("1001", "Alice Bouchard", LiveConsultState.Ringing, null),
                May = ["resume", "consult/cancel"],
            },
        });

        var call = (await server.GetAsync("/api/v1/agents/1002/work")).Json.GetProperty("call");

        Assert.Equal(("held", "2026-03-02T14:04:00Z"), (call.GetProperty("state").GetString(), call.GetProperty("answeredAt").GetString()));
        Assert.Equal("gone", call.GetProperty("queueName").GetString());
        Assert.Equal(("Alice Bouchard", "ringing"), (call.GetProperty("consult").GetProperty("targetName").GetString(), call.GetProperty("consult").GetProperty("state").GetString()));
        Assert.Equal(["resume", "consult/cancel"], call.GetProperty("may").EnumerateArray().Select(m => m.GetString()));
    }

    [Fact]
    public async Task In_wrap_up_the_call_that_it_is_for_is_told()
    {
        await using var server = await ApiServer.StartAsync();
        var at = FakeEngine.At;
        server.Write(new StoreRow.OfCallback(HandlingApiTests.Request(4)));
        Show(server, AgentStatus.WrapUp, LiveDesk.Empty with { WrapUp = new LiveWrapUp(new(9), new(4), "callbacks", at, at.AddSeconds(30)) });

        var json = (await server.GetAsync("/api/v1/agents/1002/work")).Json;

        Assert.Equal(("cb-4", "2026-03-02T14:05:30Z"), (json.GetProperty("wrapUp").GetProperty("callback").GetString(), json.GetProperty("wrapUp").GetProperty("deadline").GetString()));
        Assert.Equal("cb-4", json.GetProperty("callback").GetProperty("id").GetString());
    }

    private static void Show(ApiServer server, AgentStatus status, LiveDesk desk) => server.Engine.Live = server.Engine.Live! with
    {
        Agents = [new LiveAgent("1002", "Bruno Côté", status, true, FakeEngine.At, null, null, null) { Desk = desk }],
    };

    [Fact]
    public async Task An_agent_with_nothing_to_do_has_no_work_and_an_unknown_one_is_not_found()
    {
        await using var server = await ApiServer.StartAsync();

        var idle = (await server.GetAsync("/api/v1/agents/1001/work")).Json;
        var away = (await server.GetAsync("/api/v1/agents/1003/work")).Json;

        Assert.Equal(("available", null, null), (idle.GetProperty("status").GetString(), idle.GetProperty("work").GetString(), idle.GetProperty("callback").GetString()));
        Assert.Equal("logged-out", away.GetProperty("status").GetString());
        Assert.Equal(404, (await server.GetAsync("/api/v1/agents/9999/work")).Code);
        server.Engine.Live = null;
        Assert.Equal(503, (await server.GetAsync("/api/v1/agents/1001/work")).Code);
    }
}
