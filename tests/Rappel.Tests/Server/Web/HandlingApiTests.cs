using System.Collections.Immutable;
using System.Net.Http;
using System.Threading.Tasks;
using Rappel.Core.Callbacks;
using Rappel.Core.Calls;
using Rappel.Core.Config;
using Rappel.Engine;
using Rappel.Engine.Journal;

namespace Rappel.Tests.Server.Web;

public sealed class HandlingApiTests
{
    private static readonly CallbackId Five = new(5);
    private static readonly Instant Noon = new(2026, 3, 2, 17, 0, 0, TimeSpan.Zero);

    public static TheoryData<string, string, CallbackCommand> Commands() => new()
    {
        { "move", """{"to":"first","reason":"why"}""", new CallbackCommand.Move(Five, new CallbackMove.First(), "api", "why") },
        { "move", """{"to":"last","reason":"why"}""", new CallbackCommand.Move(Five, new CallbackMove.Last(), "api", "why") },
        { "move", """{"position":3,"reason":"why"}""", new CallbackCommand.Move(Five, new CallbackMove.ToPosition(3), "api", "why") },
        { "move", """{"before":"cb-9","reason":"why"}""", new CallbackCommand.Move(Five, new CallbackMove.Before(new(9)), "api", "why") },
        { "move", """{"after":"9","reason":"why"}""", new CallbackCommand.Move(Five, new CallbackMove.After(new(9)), "api", "why") },
        {
            "move", """{"place":"2026-03-02T12:00:00-05:00","reason":"why"}""",
            new CallbackCommand.Move(Five, new CallbackMove.ToPlace(Noon), "api", "why")
        },
        { "retry", """{"reason":"why"}""", new CallbackCommand.RetryNow(Five, "api", "why") },
        {
            "reschedule", """{"from":"2100-03-02T17:00Z","until":"2100-03-02T18:00:00.5Z","reason":"why"}""",
            new CallbackCommand.Reschedule(Five, new CallbackWindow(At("2100-03-02T17:00:00Z"), At("2100-03-02T18:00:00.5Z")), "api", "why")
        },
        { "number", """{"number":"514 555-0199","reason":"why"}""", new CallbackCommand.ChangeNumber(Five, "514 555-0199", "api", "why") },
        { "assign", """{"agent":"1002","reason":"why"}""", new CallbackCommand.Assign(Five, "1002", "api", "why") },
        { "assign", """{"agent":null,"reason":"why"}""", new CallbackCommand.Assign(Five, null, "api", "why") },
        { "transfer", """{"queue":"callbacks","reason":"why"}""", new CallbackCommand.Transfer(Five, "callbacks", "api", "why") },
        { "hold", """{"reason":"why"}""", new CallbackCommand.Hold(Five, "api", "why") },
        { "release", """{"reason":"why"}""", new CallbackCommand.Release(Five, "api", "why") },
        { "notes", """{"text":"Speak slowly."}""", new CallbackCommand.AddNote(Five, "Speak slowly.", "api") },
        { "dismiss", """{"agent":"1002","reason":"why"}""", new CallbackCommand.Dismiss(Five, "1002", "why") },
    };

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task What_is_asked_for_reaches_the_engine(string what, string body, CallbackCommand command)
    {
        await using var server = await ApiServer.StartAsync();
        server.Write(new StoreRow.OfCallback(Request(5)));
        server.Engine.Answer = _ => new(null, null, Request(5) with { Revision = 2 });

        var reply = await server.SendAsync(HttpMethod.Post, $"/api/v1/callbacks/cb-5/{what}", body);

        Assert.Equal((200, "cb-5"), (reply.Code, reply["id"]));
        Assert.Equal(command, Assert.Single(server.Engine.Commands));
    }

    [Theory]
    [InlineData("move", """{"reason":"why"}""", "#/to", "exactly one of")]
    [InlineData("move", """{"to":"up","reason":"why"}""", "#/to", "first, last")]
    [InlineData("move", """{"to":"first","position":1,"reason":"why"}""", "#/position", "exactly one of")]
    [InlineData("move", """{"position":0,"reason":"why"}""", "#/position", "from 1 to")]
    [InlineData("move", """{"before":"first","reason":"why"}""", "#/before", "cb-12")]
    [InlineData("move", """{"place":"2026-03-02T12:00:00","reason":"why"}""", "#/place", "2026-03-02T14:00:00Z")]
    [InlineData("retry", "{}", "#/reason", "1 to 200 characters")]
    [InlineData("retry", """{"reason":"why","now":true}""", "#/now", "reason")]
    [InlineData("reschedule", """{"reason":"why"}""", "#/until", "2026-03-02T14:00:00Z")]
    [InlineData("reschedule", """{"from":"2100-01-01T10:00Z","until":"2100-01-01T09:00Z","reason":"why"}""", "#/until", "after `from`")]
    [InlineData("reschedule", """{"until":"tomorrow","reason":"why"}""", "#/until", "2026-03-02T14:00:00Z")]
    [InlineData("reschedule", """{"until":"2020-01-01T09:00Z","reason":"why"}""", "#/until", "after now")]
    [InlineData("number", """{"reason":"why"}""", "#/number", "1 to 32 characters")]
    [InlineData("assign", """{"agent":"9999","reason":"why"}""", "#/agent", "1001, 1002, 1003")]
    [InlineData("transfer", """{"queue":"nurse-line","reason":"why"}""", "#/queue", "callbacks")]
    [InlineData("transfer", """{"reason":"why"}""", "#/queue", "1 to 64 characters")]
    [InlineData("hold", """{"reason":""}""", "#/reason", "1 to 200 characters")]
    [InlineData("release", """{"reason":7}""", "#/reason", "1 to 200 characters")]
    [InlineData("notes", "{}", "#/text", "1 to 500 characters")]
    [InlineData("dismiss", """{"reason":"why"}""", "#/agent", "1 to 64 characters")]
    public async Task What_is_wrong_is_told_with_what_is_allowed(string what, string body, string pointer, string allowed)
    {
        await using var server = await ApiServer.StartAsync();
        server.Write(new StoreRow.OfCallback(Request(5)));

        var reply = await server.SendAsync(HttpMethod.Post, $"/api/v1/callbacks/cb-5/{what}", body);

        Assert.Equal(422, reply.Code);
        var error = Assert.Single(reply.Json.GetProperty("errors").EnumerateArray());
        Assert.Equal(pointer, error.GetProperty("pointer").GetString());
        Assert.Contains(allowed, error.GetProperty("allowed").GetString(), StringComparison.Ordinal);
        Assert.Empty(server.Engine.Commands);
    }

    [Theory]
    [InlineData("refused-number", 422, "#/number")]
    [InlineData("bad-window", 422, "#/until")]
    [InlineData("bad-position", 422, "#/position")]
    [InlineData("bad-place", 422, "#/place")]
    [InlineData("bad-note", 422, "#/text")]
    [InlineData("not-permitted", 403, null)]
    [InlineData("unknown-agent", 404, null)]
    [InlineData("not-open", 409, null)]
    [InlineData("not-in-state", 409, null)]
    [InlineData("pending-cap", 409, null)]
    [InlineData("connected", 409, null)]
    public async Task What_the_engine_refuses_is_told_under_its_word(string error, int status, string? pointer)
    {
        await using var server = await ApiServer.StartAsync();
        server.Write(new StoreRow.OfCallback(Request(5)));
        server.Engine.Answer = _ => new(error, new("because of this", "à cause de ceci"), null);

        var reply = await server.SendAsync(HttpMethod.Post, "/api/v1/callbacks/cb-5/retry", """{"reason":"why"}""");

        Assert.Equal((status, error, "because of this"), (reply.Code, reply["code"], reply["detail"]));
        var errors = reply.Json.GetProperty("errors");
        Assert.Equal(pointer, errors.ValueKind == System.Text.Json.JsonValueKind.Null ? null : errors[0].GetProperty("pointer").GetString());
    }

    [Fact]
    public async Task Nothing_is_done_to_a_request_that_is_not_there_nor_without_a_token()
    {
        await using var server = await ApiServer.StartAsync();

        Assert.Equal(404, (await server.SendAsync(HttpMethod.Post, "/api/v1/callbacks/cb-5/hold", """{"reason":"why"}""")).Code);
        Assert.Equal(401, (await ApiServer.SendAsync(server.Browser, HttpMethod.Post, "/api/v1/callbacks/cb-5/hold", """{"reason":"why"}""")).Code);
        Assert.Empty(server.Engine.Commands);
    }

    [Fact]
    public async Task A_request_is_made_for_a_window_with_a_note_and_an_agent()
    {
        await using var server = await ApiServer.StartAsync();
        server.Engine.Answer = _ => new(null, null, Request(12));

        var reply = await server.SendAsync(HttpMethod.Post, "/api/v1/callbacks", """
            {"number":"5145550142","from":"2100-03-02T09:00-05:00","until":"2100-03-02T10:00-05:00","note":"Speak slowly.","assignedAgent":"1002",
             "askedBy":"1001","rungFirst":"customer","onMachine":"leave-message","duplicates":"renew"}
            """);

        Assert.Equal(201, reply.Code);
        var command = Assert.IsType<EngineCommand.CreateCallback>(Assert.Single(server.Engine.Commands));
        Assert.Equal(new CallbackWindow(At("2100-03-02T14:00:00Z"), At("2100-03-02T15:00:00Z")), command.Window);
        Assert.Equal(
            ("Speak slowly.", "1002", CallbackOrigin.Agent, "1001", RungFirst.Customer, MachineAction.LeaveMessage, DuplicateChoice.Renew),
            (command.Note, command.AssignedAgent, command.Origin, command.Who, command.Terms.RungFirst, command.Terms.OnMachine,
                command.Terms.Duplicates));
    }

    [Fact]
    public async Task A_window_and_a_cancel_after_time_contradict_each_other()
    {
        await using var server = await ApiServer.StartAsync();

        var reply = await server.SendAsync(HttpMethod.Post, "/api/v1/callbacks", """
            {"number":"5145550142","until":"2100-03-02T10:00Z","cancelAfterSeconds":600,"assignedAgent":"9","askedBy":"8","rungFirst":"nobody",
             "announcement":"none"}
            """);

        Assert.Equal(
            ["#/announcement", "#/askedBy", "#/assignedAgent", "#/cancelAfterSeconds", "#/rungFirst"],
            reply.Json.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("pointer").GetString()).Order(StringComparer.Ordinal));
    }

    internal static CallbackRequest Request(int id) => new(
        new(id), TenantId.Default, 1, CallbackStatus.Waiting,
        new("callbacks", null, "north-america", 3, TimeSpan.FromMinutes(5), TimeSpan.FromHours(4), TimeSpan.FromSeconds(30), true),
        $"+1514555{id:0000}", "carrier", "America/Toronto", "+15145550100", "fr", "Zoé", "nurse-line", CallbackOrigin.Script, new(id + 100), new(id + 50),
        FakeEngine.At.AddMinutes(-9), FakeEngine.At.AddMinutes(-7), FakeEngine.At.AddHours(4), null, 0, 0, null, 0, null, null, null, null,
        ImmutableDictionary<string, string>.Empty.Add("case.number", "42").Add("customer.accountNumber", "123456"));

    private static Instant At(string text) => Instant.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
