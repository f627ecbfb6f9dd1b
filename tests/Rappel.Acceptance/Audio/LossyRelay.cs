using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Threading.Tasks;

namespace Rappel.Acceptance.Audio;

/// <summary>A bad network between a browser and the server's media ports: of the audio some packets are lost, and each is late by another while.</summary>
internal sealed class LossyRelay(double loss, TimeSpan jitter, int seed) : IDisposable
{
    private readonly ConcurrentDictionary<int, int> byServerPort = new();
    private readonly ConcurrentBag<UdpClient> sockets = [];
    private readonly Random random = new(seed);
    private int carried;
    private int lost;

    public int Carried => carried;

    public int Lost => lost;

    /// <summary>The port to send to instead of this one of the server's.</summary>
    public int To(int serverPort) => byServerPort.GetOrAdd(serverPort, Open);

    public void Dispose()
    {
        foreach (var socket in sockets)
        {
            socket.Dispose();
        }
    }

    private int Open(int serverPort)
    {
        var (near, far) = (new UdpClient(new IPEndPoint(IPAddress.Loopback, 0)), new UdpClient(new IPEndPoint(IPAddress.Loopback, 0)));
        sockets.Add(near);
        sockets.Add(far);
        var server = new IPEndPoint(IPAddress.Loopback, serverPort);
        IPEndPoint? browser = null;
        _ = Carry(near, from => browser = from, bytes => far.SendAsync(bytes, server).AsTask());
        _ = Carry(far, _ => { }, bytes => browser is { } to ? near.SendAsync(bytes, to).AsTask() : Task.CompletedTask);
        return ((IPEndPoint)near.Client.LocalEndPoint!).Port;
    }

    private async Task Carry(UdpClient from, Action<IPEndPoint> heard, Func<byte[], Task> send)
    {
        try
        {
            while (true)
            {
                var packet = await from.ReceiveAsync();
                heard(packet.RemoteEndPoint);
                _ = Pass(packet.Buffer, send);
            }
        }
        catch (Exception over) when (over is ObjectDisposedException or SocketException)
        {
            // The scene is over.
        }
    }

    /// <summary>Checks and handshakes pass unharmed (RFC 7983): they are not what is tried here.</summary>
    private async Task Pass(byte[] bytes, Func<byte[], Task> send)
    {
        if (bytes.Length > 0 && bytes[0] is >= 128 and <= 191)
        {
            var (isLost, late) = Draw();
            carried++;
            if (isLost)
            {
                lost++;
                return;
            }

            await Task.Delay(late);
        }

        try
        {
            await send(bytes);
        }
        catch (Exception over) when (over is ObjectDisposedException or SocketException)
        {
            // The scene is over.
        }
    }

    private (bool IsLost, TimeSpan Late) Draw()
    {
        lock (random)
        {
            return (random.NextDouble() < loss, jitter * random.NextDouble());
        }
    }
}
