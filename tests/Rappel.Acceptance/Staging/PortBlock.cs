using System.Net;
using System.Net.Sockets;

namespace Rappel.Acceptance.Staging;

/// <summary>
/// A run of ports that belongs to one scene. Blocks lie below the range the system hands out, and the first port is kept bound as a sign,
/// so that scenes side by side, and other runs on this machine, stay out of each other's way.
/// </summary>
internal sealed class PortBlock : IDisposable
{
    public const int Size = 200;
    private const int First = 16_000;
    private const int Blocks = 80;

    private readonly Socket sign;
    private int next;

    private PortBlock(int start, Socket sign)
    {
        this.sign = sign;
        next = start + 2;
        End = start + Size;
    }

    private int End { get; }

    public static PortBlock Take()
    {
        var from = Random.Shared.Next(Blocks);
        for (var i = 0; i < Blocks; i++)
        {
            var start = First + ((from + i) % Blocks * Size);
            if (TryBind(start) is { } sign)
            {
                if (Enumerable.Range(start + 1, Size - 1).All(IsFree))
                {
                    return new PortBlock(start, sign);
                }

                sign.Dispose();
            }
        }

        throw new InvalidOperationException($"no {Size} free ports in a row between {First} and {First + (Blocks * Size)}");
    }

    /// <summary>The first of so many ports in a row; it is even.</summary>
    public int Next(int count)
    {
        var port = next;
        next += count + (count & 1);
        return next <= End ? port : throw new InvalidOperationException("the scene needs more ports than its block has");
    }

    public void Dispose() => sign.Dispose();

    private static bool IsFree(int port)
    {
        using var tcp = TryBind(port);
        if (tcp is null)
        {
            return false;
        }

        using var udp = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            udp.Bind(new IPEndPoint(IPAddress.Loopback, port));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static Socket? TryBind(int port)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            return socket;
        }
        catch (SocketException)
        {
            socket.Dispose();
            return null;
        }
    }
}
