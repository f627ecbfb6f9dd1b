using System.Net.Http;
using System.Threading.Tasks;
using Rappel.Core.Acd;
using Rappel.Engine;
using Rappel.Engine.Admission;
using Rappel.Server.Hosting;

namespace Rappel.Tests.Server.Web;

public sealed class AgentAndQueueTests
{
    [Fact]
    public async Task Health_is_told_without_a_token()
    {
        await using var server = await ApiServer.StartAsync();

        var live = await ApiServer.SendAsync(server.Browser, HttpMethod.Get, "/health/live");
        var ready = await ApiServer.SendAsync(server.Browser, HttpMethod.Get, "/health/ready");
        server.Health.Reading = new(true, [], [new("invariant-broken", 3, new Instant(2026, 3, 2, 15, 0, 0, TimeSpan.Zero))], FakeHealth.Idle);
        var alarmed = await ApiServer.SendAsync(server.Browser, HttpMethod.Get, "/health/ready");
        server.Health.Reading = new(false, ["no SIP port is open"], [], FakeHealth.Idle);
        var notReady = await ApiServer.SendAsync(server.Browser, HttpMethod.Get, "/health/ready");

        Assert.Equal((200, "live"), (live.Code, live["status"]));
        Assert.Equal((200, "ready"), (ready.Code, ready["status"]));
        Assert.Equal((200, "ready"), (alarmed.Code, alarmed["status"]));
        Assert.Equal("""{"kind":"invariant-broken","count":3,"lastAt":"2026-03-02T15:00:00Z"}""", alarmed.Json.GetProperty("alarms")[0].GetRawText());
        Assert.Equal((503, "not-ready"), (notReady.Code, notReady["status"]));
        Assert.Equal("no SIP port is open", notReady.Json.GetProperty("reasons")[0].GetString());
    }

    [Fact]
    public async Task The_load_is_told_with_what_becomes_of_new_calls()
    {
        await using var server = await ApiServer.StartAsync();
        var reading = new LoadReading { EngineLag = TimeSpan.FromMilliseconds(14.26), ProcessorShare = 0.987, CommitsWaiting = 3 };
        server.Health.Reading = new(true, [], [], new LoadReport(AdmissionState.Shedding, LoadCause.Engine, 412.34, 410, 9_000, 77, reading));

        var load = (await ApiServer.SendAsync(server.Browser, HttpMethod.Get, "/health/ready")).Json.GetProperty("load");

        Assert.Equal("shedding", load.GetProperty("admission").GetString());
        Assert.Equal("engine", load.GetProperty("cause").GetString());
        Assert.Equal(412.3, load.GetProperty("callsPerSecondAllowed").GetDouble());
        Assert.Equal(77, load.GetProperty("callsRefused").GetInt32());
        Assert.Equal(14.3, load.GetProperty("engineLagMilliseconds").GetDouble());
        Assert.Equal(98.7, load.GetProperty("processorPercent").GetDouble());
    }

    [Fact]
    public async Task A_problem_is_written_for_people_to_read()
    {
        await using var server = await ApiServer.StartAsync();

        var reply = await server.GetAsync("/api/v1/agents/Zoé+1");

        Assert.Contains("'Zoé+1'", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Status_tells_the_installation_as_last_published()
    {
        await using var server = await ApiServer.StartAsync();

        var reply = await server.GetAsync("/api/v1/status");

        Assert.Equal(("AcmeHealth", "2026-03-02T14:05:00Z"), (reply["name"], reply["at"]));
        Assert.Equal(2, reply.Json.GetProperty("calls").GetInt32());
        Assert.Equal(3, reply.Json.GetProperty("configurationVersion").GetInt64());
    }

    [Fact]
    public async Task Agents_are_those_configured_with_their_live_state()
    {
        await using var server = await ApiServer.StartAsync();

        var items = (await server.GetAsync("/api/v1/agents")).Json.GetProperty("items").EnumerateArray().ToList();

        Assert.Equal(
            [("1001", "available"), ("1002", "busy"), ("1003", "logged-out")],
            items.Select(i => (i.GetProperty("agent").GetString()!, i.GetProperty("status").GetString()!)));
        Assert.Equal("2026-03-02T14:02:00Z", items[0].GetProperty("since").GetString());
        Assert.Equal(["callbacks", "team"], items[0].GetProperty("queues").EnumerateArray().Select(q => q.GetString()));
        Assert.Empty(items[1].GetProperty("queues").EnumerateArray());
        Assert.DoesNotContain("secret", (await server.GetAsync("/api/v1/agents/1001")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_status_is_set_through_the_engine()
    {
        await using var server = await ApiServer.StartAsync();
        foreach (var word in (string[])["logged-out", "on-break", "available", "working-offline"])
        {
            var reply = await server.SendAsync(HttpMethod.Put, "/api/v1/agents/1001/status", $$"""{"status":"{{word}}"}""");
            Assert.Equal((200, "1001"), (reply.Code, reply["agent"]));
        }

        Assert.Equal(
            ((AgentStatus[])[AgentStatus.LoggedOut, AgentStatus.OnBreak, AgentStatus.Available, AgentStatus.WorkingOffline])
                .Select(s => new EngineCommand.SetAgentStatus("1001", s, "api") { ByForce = true }),
            server.Engine.Commands);
    }

    [Fact]
    public async Task A_reason_goes_with_the_status_and_a_wrong_one_is_told_by_its_field()
    {
        await using var server = await ApiServer.StartAsync();
        const string body = """{"status":"on-break","code":"lunch"}""";

        await server.SendAsync(HttpMethod.Put, "/api/v1/agents/1001/status", body);
        server.Engine.Answer = _ => new("bad-code", new("'lunch' is no code for 'on-break'", "« lunch » n'est pas un code pour « on-break »"), null);
        var refused = await server.SendAsync(HttpMethod.Put, "/api/v1/agents/1001/status", body);

        Assert.Equal(new EngineCommand.SetAgentStatus("1001", AgentStatus.OnBreak, "api") { Code = "lunch", ByForce = true }, server.Engine.Commands[0]);
        Assert.Equal((422, "#/code"), (refused.Code, refused.Json.GetProperty("errors")[0].GetProperty("pointer").GetString()));
    }

    [Fact]
    public async Task A_status_that_cannot_be_asked_for_is_refused()
    {
        await using var server = await ApiServer.StartAsync();
        foreach (var (body, pointer) in ((string, string)[])
            [("""{"status":"busy"}""", "#/status"), ("""{"status":2}""", "#/status"), ("{}", "#/status"), ("""{"status":"available","x":1}""", "#/x")])
        {
            var reply = await server.SendAsync(HttpMethod.Put, "/api/v1/agents/1001/status", body);

            Assert.Equal((body, 422), (body, reply.Code));
            Assert.Equal(pointer, Assert.Single(reply.Json.GetProperty("errors").EnumerateArray()).GetProperty("pointer").GetString());
        }

        Assert.Empty(server.Engine.Commands);
    }

    [Fact]
    public async Task An_unknown_agent_or_queue_is_not_found()
    {
        await using var server = await ApiServer.StartAsync();

        Assert.Equal(404, (await server.GetAsync("/api/v1/agents/9")).Code);
        Assert.Equal(404, (await server.SendAsync(HttpMethod.Put, "/api/v1/agents/9/status", """{"status":"available"}""")).Code);
        Assert.Equal(404, (await server.GetAsync("/api/v1/queues/9")).Code);
        Assert.Equal("not-found", (await server.GetAsync("/api/v1/nothing"))["code"]);
        Assert.Equal("method-not-allowed", (await server.SendAsync(HttpMethod.Delete, "/api/v1/agents"))["code"]);
    }

    [Fact]
    public async Task Queues_are_told_as_last_published()
    {
        await using var server = await ApiServer.StartAsync();

        var all = (await server.GetAsync("/api/v1/queues")).Json.GetProperty("items");
        var one = (await server.GetAsync("/api/v1/queues/nurse-line")).Json;

        Assert.Equal(2, all.GetArrayLength());
        Assert.Equal(340, one.GetProperty("expectedWaitSeconds").GetInt32());
        Assert.Equal("2026-03-02T13:58:00Z", one.GetProperty("oldestPlace").GetString());
        Assert.False(all[1].GetProperty("open").GetBoolean());
    }

    [Fact]
    public async Task Before_the_first_view_live_reads_say_that_it_is_starting()
    {
        await using var server = await ApiServer.StartAsync();
        server.Engine.Live = null;

        Assert.Equal((503, "starting"), ((await server.GetAsync("/api/v1/agents")).Code, (await server.GetAsync("/api/v1/queues"))["code"]));
        Assert.Equal(200, (await server.GetAsync("/api/v1/status")).Code);
    }

    [Fact]
    public async Task What_the_engine_refuses_keeps_its_word()
    {
        await using var server = await ApiServer.StartAsync();
        foreach (var (error, status) in ((string, int)[])[("unknown-agent", 404), ("draining", 503), ("busy", 503), ("agent-busy", 409)])
        {
            server.Engine.Answer = _ => new(error, new("because", "parce que"), null);

            var reply = await server.SendAsync(HttpMethod.Put, "/api/v1/agents/1001/status", """{"status":"available"}""");

            Assert.Equal((status, error, "because"), (reply.Code, reply["code"], reply["detail"]));
        }
    }

    [Fact]
    public async Task A_command_that_the_desk_gave_up_is_told_like_one_that_HTTP_gave_up()
    {
        await using var server = await ApiServer.StartAsync();
        server.Engine.Answer = _ => new("timed-out", new("no answer in time", "pas de réponse à temps"), null);

        var reply = await server.SendAsync(HttpMethod.Put, "/api/v1/agents/1001/status", """{"status":"available"}""");

        Assert.Equal((504, "no-answer"), (reply.Code, reply["code"]));
    }
}
