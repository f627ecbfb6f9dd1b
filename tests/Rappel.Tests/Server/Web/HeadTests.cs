using System.IO;
using System.Net.Http;
using System.Net.Sockets;
using System.Text;
using System.Threading.Tasks;

namespace Rappel.Tests.Server.Web;

public sealed class HeadTests
{
    [Theory]
    [InlineData("/icon.svg")]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/api/v1/queues")]
    [InlineData("/api/v1/callbacks?limit=x")]
    [InlineData("/nowhere")]
    public async Task HEAD_is_answered_as_GET_is_without_the_body(string path)
    {
        await using var server = await ApiServer.StartAsync();

        var get = await server.GetAsync(path);
        var head = await server.SendAsync(HttpMethod.Head, path);

        Assert.Equal((get.Status, get.ContentType, ""), (head.Status, head.ContentType, head.Text));
        Assert.NotEmpty(get.Text);
    }

    [Fact]
    public async Task HEAD_is_not_answered_where_there_is_no_GET()
    {
        await using var server = await ApiServer.StartAsync();

        Assert.Equal(405, (await server.SendAsync(HttpMethod.Head, "/api/v1/setup")).Code);
    }

    [Fact]
    public async Task HEAD_sends_no_byte_of_a_body()
    {
        await using var server = await ApiServer.StartAsync();
        using var client = new TcpClient(server.Browser.BaseAddress!.Host, server.Browser.BaseAddress.Port);
        await using var stream = client.GetStream();

        await stream.WriteAsync(Encoding.ASCII.GetBytes("HEAD /health/live HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n"), TestContext.Current.CancellationToken);
        var answer = await new StreamReader(stream).ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.StartsWith("HTTP/1.1 200 ", answer, StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\n", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("{", answer, StringComparison.Ordinal);
    }
}
