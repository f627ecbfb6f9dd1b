using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Rappel.Core.Calls;
using Rappel.Core.Config;
using Rappel.Engine;
using Rappel.Engine.Journal;
using Rappel.Server.Web.Customers;
using Rappel.Tests.Server.Web;

namespace Rappel.Tests.Server.Customers;

public class IdempotencyTests
{
    private const string Body = """{"number":"514 555 0142"}""";

    [Fact]
    public async Task The_same_key_and_body_give_the_first_answer_again()
    {
        await using var server = await Server();

        var first = await Post(server, "order-1", Body);
        var again = await Post(server, "order-1", Body);

        Assert.Equal((201, first.Text), (again.Code, again.Text));
        Assert.Equal("true", Assert.Single(again.Headers.GetValues("Idempotency-Replayed")));
        Assert.False(first.Headers.Contains("Idempotency-Replayed"));
        Assert.StartsWith("/c/", first["link"], StringComparison.Ordinal);
        Assert.Single(server.Engine.Commands);
    }

    [Fact]
    public async Task The_same_key_with_another_body_is_refused()
    {
        await using var server = await Server();
        await Post(server, "order-1", Body);

        var other = await Post(server, "order-1", """{"number":"514 555 0143"}""");

        Assert.Equal((422, "idempotency-conflict"), (other.Code, other["code"]));
        Assert.Single(server.Engine.Commands);
    }

    [Fact]
    public async Task Of_many_at_once_one_is_made()
    {
        await using var server = await Server();

        var all = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Post(server, "order-1", Body)));

        Assert.Single(server.Engine.Commands);
        Assert.All(all, reply => Assert.Equal((201, all[0].Text), (reply.Code, reply.Text)));
    }

    [Fact]
    public async Task A_request_that_was_made_before_the_process_died_is_found_by_its_key()
    {
        await using var server = await Server();
        var mark = Idempotency.MarkOf("api", "order-1");
        var asked = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Body)));
        server.Store.KeepAnswer(new(TenantId.Default, "api", "order-1", asked, server.Time.GetUtcNow(), null, null));
        server.Write(
            new StoreRow.OfCallback(CallbackSamples.Request(7)), new StoreRow.OfJournal(new(TenantId.Default, FakeEngine.At, mark, "made", "cb-7", null)));

        var reply = await Post(server, "order-1", Body);

        Assert.Equal((201, "cb-7"), (reply.Code, reply["id"]));
        Assert.Empty(server.Engine.Commands);
    }

    [Fact]
    public async Task After_a_day_a_key_is_new()
    {
        await using var server = await Server();
        await Post(server, "order-1", Body);
        server.Time.Ahead = TimeSpan.FromHours(24.1);

        Assert.Equal(201, (await Post(server, "order-1", """{"number":"514 555 0143"}""")).Code);
        Assert.Equal(2, server.Engine.Commands.Count);
    }

    [Fact]
    public async Task What_is_only_for_now_may_be_asked_again_under_the_same_key()
    {
        await using var server = await Server();
        server.Engine.Answer = _ => new CommandAnswer("draining", Said.Same("the server is being stopped"), null);
        Assert.Equal(503, (await Post(server, "order-1", Body)).Code);

        server.Engine.Answer = _ => new CommandAnswer(null, null, CallbackSamples.Request(12));

        Assert.Equal((201, "cb-12"), ((await Post(server, "order-1", Body)).Code, (await Post(server, "order-1", Body))["id"]));
    }

    [Fact]
    public async Task One_number_is_asked_for_so_often_only()
    {
        await using var server = await Server();
        Reply reply = null!;
        for (var i = 0; i <= CallerLimits.PerNumber.Count; i++)
        {
            reply = await Post(server, null, """{"number":"(514) 555-0142"}""");
        }

        Assert.Equal((429, "too-many-requests"), (reply.Code, reply["code"]));
        Assert.InRange(reply.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 600);
        Assert.Equal(201, (await Post(server, null, """{"number":"514 555 0143"}""")).Code);

        server.Time.Ahead = TimeSpan.FromMinutes(2);
        Assert.Equal(201, (await Post(server, null, """{"number":"514 555 0142"}""")).Code);
    }

    private static async Task<ApiServer> Server()
    {
        var server = await ApiServer.StartAsync();
        var last = 11;
        server.Engine.Answer = _ => new CommandAnswer(null, null, CallbackSamples.Request(Interlocked.Increment(ref last)));
        return server;
    }

    private static Task<Reply> Post(ApiServer server, string? key, string body) => ApiServer.SendAsync(
        server.Program, HttpMethod.Post, "/api/v1/callbacks", body, key is null ? [] : [("Idempotency-Key", key)]);
}
