using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;

namespace Rappel.Acceptance.Endpoints;

/// <summary>Somebody's web server: takes what webhooks are told, and shows one page. It can be killed, and come back at the same port.</summary>
internal sealed class WebReceiver(int port, string page) : IDisposable
{
    private HttpListener? listener;

    /// <summary>As pages say where they come from.</summary>
    public string Origin => $"http://localhost:{port}";

    public string Url => $"http://127.0.0.1:{port}/hook";

    /// <summary>In the order in which they came.</summary>
    public ConcurrentQueue<JsonElement> Taken { get; } = new();

    public bool IsUp => listener is not null;

    /// <param name="refuses">Shows its page, and answers 503 to what it is told.</param>
    public void Start(bool refuses = false)
    {
        listener = new HttpListener { Prefixes = { $"http://127.0.0.1:{port}/", $"http://localhost:{port}/" } };
        listener.Start();
        _ = Task.Run(() => Serve(listener, refuses));
    }

    public void Kill()
    {
        listener?.Close();
        listener = null;
    }

    public void Dispose() => Kill();

    private async Task Serve(HttpListener on, bool refuses)
    {
        try
        {
            while (on.IsListening)
            {
                Answer(await on.GetContextAsync(), refuses);
            }
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or InvalidOperationException)
        {
            // Killed.
        }
    }

    private void Answer(HttpListenerContext context, bool refuses)
    {
        if (context.Request.HttpMethod == "POST" && refuses)
        {
            context.Response.StatusCode = 503;
            context.Response.Close();
            return;
        }

        if (context.Request.HttpMethod == "POST")
        {
            Taken.Enqueue(JsonSerializer.Deserialize<JsonElement>(context.Request.InputStream));
            context.Response.StatusCode = 204;
        }
        else
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            context.Response.OutputStream.Write(Encoding.UTF8.GetBytes(page));
        }

        context.Response.Close();
    }
}
