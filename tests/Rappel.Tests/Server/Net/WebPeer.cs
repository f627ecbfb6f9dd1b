using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace Rappel.Tests.Server.Net;

/// <summary>A web server on this machine that answers every request with the same bytes, or with none.</summary>
internal sealed class WebPeer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource over = new();
    private readonly Task serving;

    /// <param name="answer">Status line, headers and body; null to stay silent.</param>
    public WebPeer(string? answer)
    {
        listener.Start();
        serving = Serve(answer);
    }

    public string Url => $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/";

    /// <summary>What came, whole.</summary>
    public List<string> Requests { get; } = [];

    public static string Ok(string body, string type = "application/json") =>
        $"HTTP/1.1 200 OK\r\nContent-Type: {type}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n\r\n{body}";

    public async ValueTask DisposeAsync()
    {
        await over.CancelAsync();
        listener.Stop();
        await serving;
        over.Dispose();
    }

    private async Task Serve(string? answer)
    {
        try
        {
            while (true)
            {
                using var peer = await listener.AcceptTcpClientAsync(over.Token);
                await using var stream = peer.GetStream();
                var request = await Read(stream);
                lock (Requests)
                {
                    Requests.Add(request);
                }

                if (answer is null)
                {
                    await new TaskCompletionSource().Task.WaitAsync(over.Token);
                }

                await stream.WriteAsync(Encoding.UTF8.GetBytes(answer!), over.Token);
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or IOException or InvalidOperationException)
        {
            // The test is over, or the client has gone.
        }
    }

    private async Task<string> Read(NetworkStream stream)
    {
        var text = new StringBuilder();
        var buffer = new byte[8192];
        while (true)
        {
            var count = await stream.ReadAsync(buffer, over.Token);
            text.Append(Encoding.UTF8.GetString(buffer, 0, count));
            var head = text.ToString().IndexOf("\r\n\r\n", StringComparison.Ordinal);
            var length = text.ToString().Split("\r\n").FirstOrDefault(l => l.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
            var body = length is null ? 0 : int.Parse(length.Split(':')[1], System.Globalization.CultureInfo.InvariantCulture);
            if (count == 0 || (head >= 0 && Encoding.UTF8.GetByteCount(text.ToString()[(head + 4)..]) >= body))
            {
                return text.ToString();
            }
        }
    }
}
