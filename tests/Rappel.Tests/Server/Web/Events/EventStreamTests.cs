using System.IO;
using System.Net.Http;
using System.Threading.Tasks;
using Microsoft.Extensions.DependencyInjection;
using Rappel.Server.Web.Auth;

namespace Rappel.Tests.Server.Web.Events;

/// <summary>The stream over HTTP.</summary>
public sealed class EventStreamTests
{
    private const string Password = "correct horse battery";

    [Fact]
    public async Task A_supervisor_hears_what_is_now()
    {
        await using var server = await ApiServer.StartAsync();
        using var stream = await Stream.OpenAsync(server.Program, "queues,agents,callbacks,interactions,status");

        var heard = await stream.NextAsync(5);

        Assert.Equal(["agents", "callbacks", "interactions", "queues", "status"], heard.Select(h => h.Event).Order());
    }

    [Fact]
    public async Task An_agent_hears_its_own_work_and_nothing_else()
    {
        await using var server = await ApiServer.StartAsync();
        using var browser = await AgentAsync(server);
        using var stream = await Stream.OpenAsync(browser, "work,status");
        Assert.Equal(["status", "work"], (await stream.NextAsync(2)).Select(h => h.Event).Order());

        foreach (var refused in (string[])["agents", "queues", "callbacks", "interactions", "work&agent=1002", "work,agents"])
        {
            var reply = await ApiServer.SendAsync(browser, HttpMethod.Get, $"/api/v1/events?topics={refused}");
            Assert.Equal((refused, 403, "forbidden"), (refused, reply.Code, reply["code"]));
        }
    }

    [Fact]
    public async Task A_topic_that_there_is_not_is_told_with_those_there_are()
    {
        await using var server = await ApiServer.StartAsync();
        var unknown = (await server.GetAsync("/api/v1/events?topics=queues,weather")).Json.GetProperty("errors")[0];
        var missing = (await server.GetAsync("/api/v1/events")).Json.GetProperty("errors")[0];
        var whose = (await server.GetAsync("/api/v1/events?topics=work")).Json.GetProperty("errors")[0];

        Assert.Equal(("topics", "has 'weather'"), (unknown.GetProperty("parameter").GetString(), unknown.GetProperty("detail").GetString()));
        Assert.Contains("callbacks", unknown.GetProperty("allowed").GetString(), StringComparison.Ordinal);
        Assert.Equal("is missing", missing.GetProperty("detail").GetString());
        Assert.Equal("agent", whose.GetProperty("parameter").GetString());
    }

    [Fact]
    public async Task Signing_out_ends_the_stream()
    {
        await using var server = await ApiServer.StartAsync();
        using var browser = await AgentAsync(server);
        using var stream = await Stream.OpenAsync(browser, "work");
        await stream.NextAsync(1);
        await ApiServer.ChangeAsync(browser, "DELETE", "/api/v1/session");

        await stream.EndAsync();
    }

    [Fact]
    public async Task A_user_who_is_disabled_hears_no_more()
    {
        await using var server = await ApiServer.StartAsync();
        using var browser = await AgentAsync(server);
        using var stream = await Stream.OpenAsync(browser, "work");
        await stream.NextAsync(1);
        await server.SendAsync(HttpMethod.Put, "/api/v1/users/alice", """{"enabled":false}""");

        await stream.EndAsync();
    }

    [Fact]
    public async Task A_token_that_is_removed_hears_no_more()
    {
        await using var server = await ApiServer.StartAsync();
        var tokens = server.Services.GetRequiredService<ApiTokens>();
        var (row, token) = tokens.Make("board", [Permission.LiveRead], null, null, "test")!.Value;
        using var stream = await Stream.OpenAsync(server.Stranger, "agents", token);
        await stream.NextAsync(1);
        tokens.Remove(row.Id);

        await stream.EndAsync();
    }

    [Fact]
    public async Task A_server_that_ends_lets_its_listeners_go()
    {
        Stream? stream;
        await using (var server = await ApiServer.StartAsync())
        {
            stream = await Stream.OpenAsync(server.Program, "agents");
            await stream.NextAsync(1);
            await server.StopAsync();
            await stream.EndAsync();
        }

        stream.Dispose();
    }

    private static async Task<HttpClient> AgentAsync(ApiServer server)
    {
        await server.SendAsync(HttpMethod.Post, "/api/v1/users", $$"""{"name":"alice","role":"agent","password":"{{Password}}","agent":"1001"}""");
        var browser = server.NewBrowser();
        await ApiServer.SignInAsync(browser, Password, "alice");
        return browser;
    }

    private sealed class Stream(HttpResponseMessage response, StreamReader lines) : IDisposable
    {
        // Not a time the test takes: what a hung stream gets before the test fails.
        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

        public static async Task<Stream> OpenAsync(HttpClient client, string topics, string? token = null)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/events?topics={topics}");
            if (token is not null)
            {
                request.Headers.Authorization = new("Bearer", token);
            }

            var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
            Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
            return new Stream(response, new StreamReader(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken)));
        }

        /// <summary>The next events, without comments.</summary>
        public async Task<IReadOnlyList<Heard>> NextAsync(int count)
        {
            var heard = new List<Heard>();
            var frame = "";
            while (heard.Count < count)
            {
                var line = await lines.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience, TestContext.Current.CancellationToken);
                Assert.NotNull(line);
                frame += line + "\n";
                if (line.Length == 0)
                {
                    if (frame.Contains("event: ", StringComparison.Ordinal))
                    {
                        heard.Add(Heard.Of(frame));
                    }

                    frame = "";
                }
            }

            return heard;
        }

        /// <summary>Reads until the server ends it.</summary>
        public async Task EndAsync() => await lines.ReadToEndAsync(TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);

        public void Dispose()
        {
            lines.Dispose();
            response.Dispose();
        }
    }
}
