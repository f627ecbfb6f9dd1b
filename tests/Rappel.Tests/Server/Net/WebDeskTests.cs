using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Threading.Tasks;
using Rappel.Core.Ivr;
using Rappel.Engine;
using Rappel.Server.Net.Web;

namespace Rappel.Tests.Server.Net;

/// <summary>What scripts ask of web servers, asked in earnest of one on this machine.</summary>
public class WebDeskTests
{
    [Fact]
    public async Task The_request_goes_out_as_written_and_the_wanted_values_come_back()
    {
        await using var peer = new WebPeer(WebPeer.Ok("""{"account":{"balance":12.50,"name":"Zoé"},"list":["a","b"],"none":null}"""));
        var asking = Asking(peer.Url + "x?a=b") with
        {
            Method = "POST",
            Body = "{\"n\":1}",
            Headers = [KeyValuePair.Create("X-Key", "abc")],
            Pointers = ["/account/balance", "/account/name", "/list/1", "/none", "/nothing/here"],
        };

        var answer = await Ask(asking);

        Assert.Equal((200, null), (answer.Status, answer.Trouble));
        Assert.Equal(["12.50", "Zoé", "b", null, null], answer.Values);
        var request = Assert.Single(peer.Requests);
        Assert.StartsWith("POST /x?a=b HTTP/1.1", request, StringComparison.Ordinal);
        Assert.Contains("X-Key: abc", request, StringComparison.Ordinal);
        Assert.Contains("Content-Type: application/json", request, StringComparison.Ordinal);
        Assert.EndsWith("{\"n\":1}", request, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Redirects_are_not_followed()
    {
        await using var other = new WebPeer(WebPeer.Ok("{}"));
        await using var peer = new WebPeer($"HTTP/1.1 302 Found\r\nLocation: {other.Url}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");

        var answer = await Ask(Asking(peer.Url));

        Assert.Equal((302, null), (answer.Status, answer.Trouble));
        Assert.Empty(other.Requests);
    }

    [Fact]
    public async Task An_answer_that_is_too_long_is_none()
    {
        await using var peer = new WebPeer(WebPeer.Ok(new string('x', WebLimits.AnswerBytes + 1)));

        Assert.Equal(0, (await Ask(Asking(peer.Url))).Status);
    }

    [Fact]
    public async Task An_answer_that_is_no_JSON_is_told()
    {
        await using var peer = new WebPeer(WebPeer.Ok("<html>", "text/html"));

        Assert.Equal("the answer is not JSON", (await Ask(Asking(peer.Url) with { Pointers = ["/a"] })).Trouble);
    }

    [Fact]
    public async Task A_silent_server_is_given_up_in_time()
    {
        await using var peer = new WebPeer(null);

        Assert.Equal("no answer in time", (await Ask(Asking(peer.Url) with { Timeout = TimeSpan.FromMilliseconds(50) })).Trouble);
    }

    [Fact]
    public async Task This_machine_is_not_reached_unless_allowed()
    {
        await using var peer = new WebPeer(WebPeer.Ok("{}"));

        Assert.Equal("only https is allowed", (await Ask(Asking(peer.Url), allowsPrivate: false)).Trouble);
        var answer = await Ask(Asking(peer.Url.Replace("http:", "https:", StringComparison.Ordinal)), allowsPrivate: false);
        Assert.Contains("which requests may not reach", answer.Trouble, StringComparison.Ordinal);
        Assert.Empty(peer.Requests);
    }

    [Fact]
    public async Task Plain_HTTP_leaves_this_machine_for_nobody() =>
        Assert.Equal("only https is allowed", (await Ask(Asking("http://crm.example.net/"))).Trouble);

    [Fact]
    public async Task A_question_taken_back_is_ended()
    {
        await using var peer = new WebPeer(null);
        using var sender = new WebSender(allowsPrivate: true);
        var answers = new BlockingCollection<EngineInput>();
        using var desk = new WebDesk(sender, answers.Add);

        desk.Ask(new EngineOutput.AskWeb(7, Asking(peer.Url)));
        desk.Forget(7);

        Assert.True(answers.TryTake(out var answer, TimeSpan.FromSeconds(20)));
        Assert.Equal(7, Assert.IsType<EngineInput.WebAnswered>(answer).Question);
        Assert.Equal(0, desk.Count);
    }

    private static WebAsking Asking(string url) => new("GET", url, [], "application/json", null, TimeSpan.FromSeconds(60), []);

    private static async Task<WebAnswer> Ask(WebAsking asking, bool allowsPrivate = true)
    {
        using var sender = new WebSender(allowsPrivate);
        var done = new TaskCompletionSource<EngineInput>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var desk = new WebDesk(sender, done.SetResult);
        desk.Ask(new EngineOutput.AskWeb(1, asking));
        return Assert.IsType<EngineInput.WebAnswered>(await done.Task).Answer;
    }
}
