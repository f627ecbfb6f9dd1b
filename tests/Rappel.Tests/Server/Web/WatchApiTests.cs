using System.Net.Http;
using System.Threading.Tasks;
using Rappel.Core.Calls;
using Rappel.Core.Config;
using Rappel.Engine;

namespace Rappel.Tests.Server.Web;

public sealed class WatchApiTests
{
    [Fact]
    public async Task A_watch_rings_the_phone_that_is_named_and_is_audited()
    {
        await using var server = await ApiServer.StartAsync();
        server.Engine.Answer = _ => new CommandAnswer(null, null, null) { Watch = 3 };
        var begun = await server.SendAsync(HttpMethod.Post, "/api/v1/agents/1001/watch", """{"mode":"whisper","phone":"1002"}""");
        Assert.Equal((201, "w-3"), (begun.Code, begun["id"]));
        Assert.Equal(new WatchCommand.Begin("1001", WatchMode.Whisper, "1002", "api"), Assert.Single(server.Engine.Commands));
        Assert.Contains("call-watched", (await server.GetAsync("/api/v1/audit")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_phone_it_is_the_callers_own()
    {
        await using var server = await ApiServer.StartAsync();
        server.Engine.Answer = _ => new CommandAnswer(null, null, null) { Watch = 1 };
        await ApiServer.SignInAsync(server.Browser);
        Assert.Equal(201, (await ApiServer.ChangeAsync(server.Browser, "POST", "/api/v1/agents/1001/watch", """{"mode":"listen"}""")).Code);
        Assert.Equal(new WatchCommand.Begin("1001", WatchMode.Listen, "user-admin", "admin"), Assert.Single(server.Engine.Commands));
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"mode":"spy"}""")]
    [InlineData("""{"mode":"listen","phone":"user-somebody-else"}""")]
    [InlineData("""{"mode":"listen","loud":true}""")]
    public async Task What_cannot_be_meant_is_refused(string body)
    {
        await using var server = await ApiServer.StartAsync();
        Assert.Equal(422, (await server.SendAsync(HttpMethod.Post, "/api/v1/agents/1001/watch", body)).Code);
        Assert.Empty(server.Engine.Commands);
    }

    [Fact]
    public async Task A_watch_is_changed_and_ended_by_its_id()
    {
        await using var server = await ApiServer.StartAsync();
        Assert.Equal(204, (await server.SendAsync(HttpMethod.Put, "/api/v1/watches/w-3", """{"mode":"barge"}""")).Code);
        Assert.Equal(204, (await server.SendAsync(HttpMethod.Delete, "/api/v1/watches/w-3")).Code);
        Assert.Equal([new WatchCommand.Change(3, WatchMode.Barge, "api"), new WatchCommand.End(3, "api")], server.Engine.Commands);

        server.Engine.Answer = _ => new CommandAnswer("unknown-watch", Said.Same("over"), null);
        Assert.Equal(404, (await server.SendAsync(HttpMethod.Delete, "/api/v1/watches/w-3")).Code);
        Assert.Equal(404, (await server.SendAsync(HttpMethod.Delete, "/api/v1/watches/nonsense")).Code);
    }

    [Fact]
    public async Task Who_watches_whom_is_listed()
    {
        await using var server = await ApiServer.StartAsync();
        server.Engine.Live = server.Engine.Live! with
        {
            Watches = [new LiveWatch(3, "1002", "Bruno Côté", WatchMode.Barge, "user-zoe", "zoe", new InteractionId(7), FakeEngine.At, null)],
        };
        var item = (await server.GetAsync("/api/v1/watches")).Json.GetProperty("items")[0];
        Assert.Equal(("w-3", "barge", "i-7"), (item.GetProperty("id").GetString(), item.GetProperty("mode").GetString(), item.GetProperty("interaction").GetString()));
    }

    [Fact]
    public async Task What_the_engine_refuses_is_told_by_its_word()
    {
        await using var server = await ApiServer.StartAsync();
        server.Engine.Answer = _ => new CommandAnswer("no-call", Said.Same("Alice Bouchard is in no call"), null);
        var refused = await server.SendAsync(HttpMethod.Post, "/api/v1/agents/1001/watch", """{"mode":"listen"}""");
        Assert.Equal((409, "no-call"), (refused.Code, refused["code"]));
    }
}
