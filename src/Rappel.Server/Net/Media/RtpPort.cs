using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using Rappel.Media.Sessions;
using Rappel.Server.Hosting;

namespace Rappel.Server.Net.Media;

/// <summary>
/// A bound pair of sockets: RTP on the even port, RTCP on the next. It receives all its life; what comes while no session has it is thrown
/// away, so that nothing old waits in the kernel for the next call.
/// </summary>
public sealed class RtpPort : IRtpPort
{
    private const long Nobody = long.MinValue;

    private readonly Socket rtp;
    private readonly Socket rtcp;
    private readonly IncomingPackets incoming;
    private readonly Clock clock;
    private readonly Destination rtpTo;
    private readonly Destination rtcpTo;
    private long session = Nobody;

    private RtpPort(int port, Socket rtp, Socket rtcp, IncomingPackets incoming, Clock clock)
    {
        Port = port;
        this.rtp = rtp;
        this.rtcp = rtcp;
        this.incoming = incoming;
        this.clock = clock;
        rtpTo = new Destination(rtp.AddressFamily);
        rtcpTo = new Destination(rtcp.AddressFamily);
    }

    public int Port { get; }

    /// <summary>Null where either port is taken.</summary>
    public static RtpPort? TryBind(IPAddress address, int port, IncomingPackets incoming, Clock clock)
    {
        if (TryBindOne(address, port) is not { } rtp)
        {
            return null;
        }

        if (TryBindOne(address, port + 1) is not { } rtcp)
        {
            rtp.Dispose();
            return null;
        }

        var pair = new RtpPort(port, rtp, rtcp, incoming, clock);
        _ = pair.Receive(rtp, false);
        _ = pair.Receive(rtcp, true);
        return pair;
    }

    public void Assign(MediaSessionId to) => Volatile.Write(ref session, to.Value);

    public void Release() => Volatile.Write(ref session, Nobody);

    public bool Send(in MediaPacket packet)
    {
        try
        {
            var to = packet.Rtcp ? rtcpTo : rtpTo;
            var bytes = packet.Buffer.AsSpan(0, packet.Length);
            return (packet.Rtcp ? rtcp : rtp).SendTo(bytes, SocketFlags.None, to.For(packet.Destination)) == packet.Length;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    public void Dispose()
    {
        rtp.Dispose();
        rtcp.Dispose();
    }

    private static Socket? TryBindOne(IPAddress address, int port)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            if (address.Equals(IPAddress.IPv6Any))
            {
                // All addresses of the machine are those of IPv4 too, as for SIP.
                socket.DualMode = true;
            }

            socket.Blocking = false;
            socket.ReceiveBufferSize = MediaNetLimits.SocketBuffer;
            socket.SendBufferSize = MediaNetLimits.SocketBuffer;
            socket.Bind(new IPEndPoint(address, port));
            return socket;
        }
        catch (SocketException)
        {
            socket.Dispose();
            return null;
        }
    }

    private async Task Receive(Socket socket, bool isRtcp)
    {
        // The media thread binds ports; it must not be kept receiving.
        await Task.Yield();
        var packet = new IncomingPacket();
        var address = new SocketAddress(socket.AddressFamily);
        var source = new Source(socket.AddressFamily);
        while (true)
        {
            try
            {
                packet.Length = await socket.ReceiveFromAsync(packet.Buffer, SocketFlags.None, address, CancellationToken.None);
            }
            catch (Exception e) when (e is ObjectDisposedException or SocketException { SocketErrorCode: SocketError.OperationAborted })
            {
                return;
            }
            catch (SocketException)
            {
                // The error of an earlier send may surface here; the socket itself is well.
                continue;
            }

            var owner = Volatile.Read(ref session);
            if (owner != Nobody && packet.Length > 0)
            {
                packet.Session = new MediaSessionId(owner);
                packet.Rtcp = isRtcp;
                packet.Source = source.Of(address);
                packet.At = clock.Now;
                packet = incoming.Exchange(packet);
            }
        }
    }

    /// <summary>The last destination in the system's form: it seldom changes, and the change alone costs.</summary>
    private sealed class Destination(AddressFamily family)
    {
        private IPEndPoint? end;
        private SocketAddress? address;

        public SocketAddress For(IPEndPoint destination)
        {
            if (address is null || !destination.Equals(end))
            {
                end = destination;
                address = family == destination.AddressFamily ? destination.Serialize() : Mapped(destination).Serialize();
            }

            return address;
        }

        // What cannot be mapped is left: the system refuses it, and it counts as unsent.
        private IPEndPoint Mapped(IPEndPoint destination) =>
            family == AddressFamily.InterNetworkV6 ? new IPEndPoint(destination.Address.MapToIPv6(), destination.Port) : destination;
    }

    /// <summary>The same for sources. IPv4 peers of an IPv6 socket are told as IPv4, as descriptions name them.</summary>
    private sealed class Source(AddressFamily family)
    {
        private readonly SocketAddress last = new(family);
        private readonly IPEndPoint form = new(family == AddressFamily.InterNetwork ? IPAddress.Any : IPAddress.IPv6Any, 0);
        private IPEndPoint? end;

        public IPEndPoint Of(SocketAddress address)
        {
            if (end is null || !address.Equals(last))
            {
                end = (IPEndPoint)form.Create(address);
                end = end.Address.IsIPv4MappedToIPv6 ? new IPEndPoint(end.Address.MapToIPv4(), end.Port) : end;
                address.Buffer.Span[..address.Size].CopyTo(last.Buffer.Span);
                last.Size = address.Size;
            }

            return end;
        }
    }
}
