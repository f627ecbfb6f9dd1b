using System.Net.Http;
using System.Threading.Tasks;
using Rappel.Core.Acd;
using Rappel.Engine;

namespace Rappel.Tests.Server.Web;

public sealed class CallApiTests
{
    public static TheoryData<string, string, CallControl> Commands() => new()
    {
        { "call/hold", "", new CallControl.Hold("1002", "api") },
        { "call/resume", "{}", new CallControl.Resume("1002", "api") },
        { "call/hang-up", "", new CallControl.HangUp("1002", "api") },
        { "call/keys", """{"keys":"12#"}""", new CallControl.Keys("1002", "12#", "api") },
        { "call/transfer", """{"to":{"agent":"1001"}}""", new CallControl.Transfer("1002", new CallTarget.Agent("1001"), "api") },
        { "call/transfer", """{"to":{"queue":"nurse-line"}}""", new CallControl.Transfer("1002", new CallTarget.Queue("nurse-line"), "api") },
        { "call/consult", """{"to":{"number":"514 555-0199"}}""", new CallControl.Consult("1002", new CallTarget.Number("514 555-0199"), "api") },
        { "call/consult/complete", "", new CallControl.Complete("1002", "api") },
        { "call/consult/cancel", "", new CallControl.Cancel("1002", "api") },
        { "call/consult/swap", "", new CallControl.Swap("1002", "api") },
        { "call/consult/join", "", new CallControl.Join("1002", "api") },
        { "call/dial", """{"number":"5145550199"}""", new CallControl.Dial("1002", new CallTarget.Number("5145550199"), "api") },
        { "call/dial", """{"agent":"1001"}""", new CallControl.Dial("1002", new CallTarget.Agent("1001"), "api") },
        { "offer/reject", "", new CallControl.RejectOffer("1002", "api") },
    };

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task What_is_asked_for_reaches_the_engine(string what, string body, CallControl command)
    {
        await using var server = await ApiServer.StartAsync();

        var reply = await server.SendAsync(HttpMethod.Post, $"/api/v1/agents/1002/{what}", body.Length == 0 ? "{}" : body);

        Assert.Equal(204, reply.Code);
        Assert.Equal(command, Assert.Single(server.Engine.Commands));
    }

    [Theory]
    [InlineData("call/keys", """{"keys":"1x"}""", "#/keys")]
    [InlineData("call/keys", "{}", "#/keys")]
    [InlineData("call/transfer", "{}", "#/to")]
    [InlineData("call/transfer", """{"to":{}}""", "#/to/agent")]
    [InlineData("call/transfer", """{"to":{"agent":"1001","queue":"nurse-line"}}""", "#/to/queue")]
    [InlineData("call/transfer", """{"to":{"agant":"1001"}}""", "#/to/agant")]
    [InlineData("call/dial", """{"number":"1","agent":"2"}""", "#/agent")]
    [InlineData("call/hold", """{"loudly":true}""", "#/loudly")]
    public async Task What_is_wrong_is_told_and_not_done(string what, string body, string pointer)
    {
        await using var server = await ApiServer.StartAsync();

        var reply = await server.SendAsync(HttpMethod.Post, $"/api/v1/agents/1002/{what}", body);

        Assert.Equal(422, reply.Code);
        Assert.Contains(reply.Json.GetProperty("errors").EnumerateArray(), e => e.GetProperty("pointer").GetString() == pointer);
        Assert.Empty(server.Engine.Commands);
    }

    [Theory]
    [InlineData("no-call", 409)]
    [InlineData("not-in-state", 409)]
    [InlineData("unknown-target", 409)]
    [InlineData("target-busy", 409)]
    [InlineData("refused-number", 422)]
    [InlineData("not-permitted", 403)]
    public async Task A_refusal_of_the_engine_is_told_by_its_word(string word, int status)
    {
        await using var server = await ApiServer.StartAsync();
        server.Engine.Answer = _ => new(word, new("in words", "en mots"), null);

        var reply = await server.SendAsync(HttpMethod.Post, "/api/v1/agents/1002/call/hold", "{}");

        Assert.Equal((status, word, "in words"), (reply.Code, reply["code"], reply["detail"]));
    }

    [Fact]
    public async Task A_refusal_is_told_in_the_language_of_whoever_asks()
    {
        await using var server = await ApiServer.StartAsync();
        server.Engine.Answer = _ => new("no-call", new("there is no call", "il n'y a pas d'appel"), null);
        server.Program.DefaultRequestHeaders.AcceptLanguage.ParseAdd("fr-CA, fr;q=0.9, en;q=0.5");

        var reply = await server.SendAsync(HttpMethod.Post, "/api/v1/agents/1002/call/hold", "{}");

        Assert.Equal("il n'y a pas d'appel", reply["detail"]);
    }

    [Fact]
    public async Task An_agent_finds_colleagues_and_queues_by_a_part_of_their_name_without_accents()
    {
        await using var server = await ApiServer.StartAsync();

        var all = (await server.GetAsync("/api/v1/agents/1001/targets")).Json;
        var found = (await server.GetAsync("/api/v1/agents/1001/targets?search=cote")).Json;
        var queue = (await server.GetAsync("/api/v1/agents/1001/targets?search=INFIRMIERE")).Json;

        Assert.Equal(["1002", "1003"], all.GetProperty("agents").EnumerateArray().Select(a => a.GetProperty("agent").GetString()));
        Assert.Equal(["nurse-line"], all.GetProperty("queues").EnumerateArray().Select(q => q.GetProperty("queue").GetString()));
        var colleague = Assert.Single(found.GetProperty("agents").EnumerateArray());
        Assert.Equal(("1002", "busy", false), (colleague.GetProperty("agent").GetString(), colleague.GetProperty("status").GetString(), colleague.GetProperty("free").GetBoolean()));
        Assert.Equal(2, queue.GetProperty("queues")[0].GetProperty("waiting").GetInt32());
        Assert.Equal(404, (await server.GetAsync("/api/v1/agents/9999/targets")).Code);
    }

    [Fact]
    public async Task Somebody_who_commands_anothers_call_is_audited()
    {
        await using var server = await ApiServer.StartAsync();

        await server.SendAsync(HttpMethod.Post, "/api/v1/agents/1002/call/hang-up", "{}");

        var entry = (await server.GetAsync("/api/v1/audit")).Json.GetProperty("items")[0];
        Assert.Equal(("call-controlled", "agents/1002"), (entry.GetProperty("action").GetString(), entry.GetProperty("subject").GetString()));
    }
}
