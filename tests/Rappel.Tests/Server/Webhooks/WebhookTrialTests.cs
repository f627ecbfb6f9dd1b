using System.Security.Cryptography;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Rappel.Core.Config;
using Rappel.Server.Net.Web;
using Rappel.Server.Webhooks;
using Rappel.Tests.Server.Net;

namespace Rappel.Tests.Server.Webhooks;

public class WebhookTrialTests
{
    [Fact]
    public async Task A_test_event_is_really_sent_with_a_signature_that_a_receiver_can_check()
    {
        await using var peer = new WebPeer(WebPeer.Ok("""{"thanks":true}"""));

        var result = await Send(Hook(peer.Url, "s3cret"));

        Assert.Equal((true, 200, null, """{"thanks":true}"""), (result.IsTaken, result.Status, result.Trouble, result.Answer));
        var request = Assert.Single(peer.Requests);
        var body = request[(request.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];
        Assert.Equal(result.Sent.Body, body);
        Assert.Contains("\"event\":\"webhook.test\"", body, StringComparison.Ordinal);
        Assert.Equal("webhook.test", Header(request, "X-Rappel-Event"));
        var mac = HMACSHA256.HashData(Encoding.UTF8.GetBytes("s3cret"), Encoding.UTF8.GetBytes($"{Header(request, "X-Rappel-Timestamp")}.{body}"));
        Assert.Equal($"sha256={Convert.ToHexStringLower(mac)}", Header(request, "X-Rappel-Signature"));
    }

    [Fact]
    public async Task Without_a_secret_nothing_is_signed()
    {
        await using var peer = new WebPeer(WebPeer.Ok("{}"));

        var result = await Send(Hook(peer.Url, null));

        Assert.False(result.Signed);
        Assert.DoesNotContain("X-Rappel-Signature", Assert.Single(peer.Requests), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_receiver_says_against_it_is_told()
    {
        await using var peer = new WebPeer("HTTP/1.1 403 Forbidden\r\nContent-Length: 2\r\nConnection: close\r\n\r\nno");

        var result = await Send(Hook(peer.Url, null));

        Assert.Equal((false, 403, "no"), (result.IsTaken, result.Status, result.Answer));
    }

    [Fact]
    public async Task A_receiver_that_is_not_there_is_told() =>
        Assert.NotNull((await Send(Hook("http://127.0.0.1:1/", null))).Trouble);

    private static WebhookSnapshot Hook(string url, string? secret) => new("crm", "CRM", url, secret, ["call.ended"], true);

    private static string Header(string request, string name) =>
        request.Split("\r\n").First(l => l.StartsWith($"{name}: ", StringComparison.Ordinal))[(name.Length + 2)..];

    private static async Task<WebhookTrialResult> Send(WebhookSnapshot webhook)
    {
        using var sender = new WebSender(allowsPrivate: true);
        return await new WebhookTrial(sender, TimeProvider.System).SendAsync(webhook, "Clinic", CancellationToken.None);
    }
}
