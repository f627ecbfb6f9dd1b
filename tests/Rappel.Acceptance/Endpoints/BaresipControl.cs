using System.Buffers.Text;
using System.IO;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;

namespace Rappel.Acceptance.Endpoints;

/// <summary>baresip's control channel: JSON in netstrings over TCP (its module ctrl_tcp).</summary>
internal sealed class BaresipControl : IDisposable
{
    private readonly TcpClient client = new();
    private NetworkStream? stream;

    public EventFeed<BaresipEvent> Events { get; } = new();

    /// <summary>False where nobody listens there (yet).</summary>
    public async Task<bool> TryConnect(int port)
    {
        try
        {
            await client.ConnectAsync("127.0.0.1", port);
        }
        catch (SocketException)
        {
            return false;
        }

        stream = client.GetStream();
        _ = Task.Run(Read);
        return true;
    }

    public async Task Command(string command, string parameters = "")
    {
        var json = JsonSerializer.Serialize(new { command, @params = parameters, token = "scene" });
        await stream!.WriteAsync(Encoding.UTF8.GetBytes($"{Encoding.UTF8.GetByteCount(json)}:{json},"));
    }

    public void Dispose()
    {
        client.Dispose();
        Events.Dispose();
    }

    private async Task Read()
    {
        try
        {
            while (true)
            {
                var length = await ReadLength();
                var body = new byte[length + 1];
                await stream!.ReadExactlyAsync(body);
                Take(body.AsMemory(0, length));
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // baresip is gone.
        }
    }

    private async Task<int> ReadLength()
    {
        var digits = new byte[12];
        for (var i = 0; i < digits.Length; i++)
        {
            await stream!.ReadExactlyAsync(digits.AsMemory(i, 1));
            if (digits[i] == (byte)':')
            {
                return Utf8Parser.TryParse(digits.AsSpan(0, i), out int length, out _) ? length : throw new IOException("no netstring");
            }
        }

        throw new IOException("no netstring");
    }

    private void Take(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            if (root.TryGetProperty("type", out var type))
            {
                Events.Add(new BaresipEvent(type.GetString() ?? "", Text(root, "peeruri"), Text(root, "param")));
            }
        }
        catch (JsonException)
        {
            // Its help pages are not quite JSON.
        }
    }

    private static string Text(JsonElement root, string name) => root.TryGetProperty(name, out var value) ? value.ToString() : "";
}
