using System.Net;
using Rappel.Server.Net.Native;

namespace Rappel.Server.Net.Media;

/// <summary>
/// The sockets of all port pairs under one wait, read by the media thread itself into one buffer: a packet passes from the system to the
/// machine without a queue, a copy or another thread. For the media thread alone but for <see cref="Ring"/>.
/// </summary>
public sealed class RtpWatch : IDisposable
{
    private readonly SocketWatch sockets = new();

    /// <summary>By descriptor: the system hands out the smallest numbers that are free.</summary>
    private RtpPort?[] ports = new RtpPort?[1024];

    /// <summary>What the datagram read last brought.</summary>
    internal DatagramBuffer Buffer { get; } = new();

    /// <summary>A pair bound and watched; null where either port is taken.</summary>
    public RtpPort? TryBind(IPAddress address, int port)
    {
        if (UdpSocket.TryBind(new IPEndPoint(address, port), MediaNetLimits.SocketBuffer) is not { } rtp)
        {
            return null;
        }

        if (UdpSocket.TryBind(new IPEndPoint(address, port + 1), MediaNetLimits.SocketBuffer) is not { } rtcp)
        {
            rtp.Close();
            return null;
        }

        var pair = new RtpPort(this, port, address.AddressFamily, rtp, rtcp);
        if (Add(rtp, pair) && Add(rtcp, pair))
        {
            return pair;
        }

        pair.Dispose();
        return null;
    }

    /// <summary>Until something can be read, the bell rings, or the time is over. Gives how many sockets are ready.</summary>
    public int Wait(long nanoseconds) => sockets.Wait(nanoseconds);

    /// <summary>Reads one datagram of one of those ready. False where it is nobody's.</summary>
    public bool TryReceive(int index, out RtpPort port, out bool rtcp)
    {
        var descriptor = sockets.Ready(index);
        port = (descriptor < ports.Length ? ports[descriptor] : null)!;
        rtcp = false;
        return port is not null && port.TryReceive(descriptor, Buffer, out rtcp);
    }

    /// <summary>Ends the wait, now or the next one. Any thread.</summary>
    public void Ring() => sockets.Ring();

    public void Dispose() => sockets.Dispose();

    internal void Forget(UdpSocket socket)
    {
        if (socket.Descriptor < ports.Length)
        {
            ports[socket.Descriptor] = null;
        }
    }

    private bool Add(UdpSocket socket, RtpPort port)
    {
        if (!sockets.Add(socket))
        {
            return false;
        }

        while (socket.Descriptor >= ports.Length)
        {
            Array.Resize(ref ports, ports.Length * 2);
        }

        ports[socket.Descriptor] = port;
        return true;
    }
}
