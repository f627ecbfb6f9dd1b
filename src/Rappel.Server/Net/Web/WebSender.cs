using System.Diagnostics;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Rappel.Core.Ivr;

namespace Rappel.Server.Net.Web;

/// <summary>
/// Sends requests to web servers. Redirects are not followed: what a script was allowed to ask, another server may not widen. Names are
/// looked up here and the very address that was judged is connected to, so a name cannot mean one thing when judged and another when used.
/// </summary>
/// <param name="allowsPrivate">Lets requests reach this machine and private networks, and plain HTTP reach this machine: for tests and
/// for servers in the same closed network.</param>
public sealed class WebSender(bool allowsPrivate) : IDisposable
{
    private readonly HttpClient http = Client(allowsPrivate);

    /// <summary>Never throws for what a peer does; ends by the timeout.</summary>
    public async Task<WebReply> SendAsync(WebAsking asking, CancellationToken cancelled)
    {
        var began = Stopwatch.GetTimestamp();
        WebReply Failed(string trouble) => new(0, trouble, default, Stopwatch.GetElapsedTime(began));
        if (!Uri.TryCreate(asking.Url, UriKind.Absolute, out var url))
        {
            return Failed("the address is not one");
        }

        if (url.Scheme != Uri.UriSchemeHttps && !(allowsPrivate && url.Scheme == Uri.UriSchemeHttp && url.IsLoopback))
        {
            return Failed("only https is allowed");
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancelled);
        patience.CancelAfter(asking.Timeout);
        try
        {
            using var request = Request(asking, url);
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseContentRead, patience.Token);
            var body = await response.Content.ReadAsByteArrayAsync(patience.Token);
            return new WebReply((int)response.StatusCode, null, body, Stopwatch.GetElapsedTime(began));
        }
        catch (OperationCanceledException)
        {
            return Failed(cancelled.IsCancellationRequested ? "nobody waits any more" : "no answer in time");
        }
        catch (HttpRequestException broken)
        {
            return Failed(broken.InnerException is IOException or SocketException ? broken.InnerException.Message : broken.Message);
        }
        catch (Exception broken) when (broken is InvalidOperationException or FormatException or ArgumentException)
        {
            return Failed("the request cannot be sent as it is written");
        }
    }

    public void Dispose() => http.Dispose();

    private static HttpRequestMessage Request(WebAsking asking, Uri url)
    {
        var request = new HttpRequestMessage(new HttpMethod(asking.Method), url);
        if (asking.Body is { } body)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.TryAddWithoutValidation("Content-Type", asking.ContentType);
        }

        foreach (var (name, value) in asking.Headers)
        {
            if (!name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return request;
    }

    private static HttpClient Client(bool allowsPrivate)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            MaxConnectionsPerServer = WebLimits.ConnectionsPerServer,
            PooledConnectionLifetime = WebLimits.ConnectionLife,
            ConnectCallback = (context, cancelled) => Connect(context.DnsEndPoint, allowsPrivate, cancelled),
        };
        var client = new HttpClient(handler, disposeHandler: true)
        {
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = WebLimits.AnswerBytes,
        };
        client.DefaultRequestHeaders.UserAgent.ParseAdd("Rappel");
        return client;
    }

    private static async ValueTask<Stream> Connect(DnsEndPoint peer, bool allowsPrivate, CancellationToken cancelled)
    {
        var addresses = await Dns.GetHostAddressesAsync(peer.Host, cancelled);
        var allowed = Array.FindAll(addresses, a => allowsPrivate || AddressGuard.IsPublic(a));
        if (allowed.Length == 0)
        {
            throw new IOException(addresses.Length == 0
                ? $"{peer.Host} has no address" : $"{peer.Host} is this machine or in a private network, which requests may not reach");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, peer.Port, cancelled);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
