using System.Net;
using System.Net.Sockets;
using Rappel.Server.Net.Native;
using Rappel.Sip.Transports;

namespace Rappel.Server.Net.Sip;

/// <summary>
/// The UDP side of SIP. Receiving blocks a thread of its own: one system call a datagram and no hand-over between threads but the one to the
/// engine. What the system's buffer cannot take to send is lost, as on any network, and repeated by the transaction.
/// </summary>
public sealed class UdpSipSocket : IDisposable
{
    private readonly Socket socket;
    private readonly SipIntake intake;
    private readonly PeerNames peers;
    private volatile bool disposed;

    /// <exception cref="SocketException">The port is taken, or the address is not this machine's.</exception>
    public UdpSipSocket(IPEndPoint local, SipIntake intake)
    {
        this.intake = intake;
        peers = new PeerNames(local.AddressFamily);
        socket = new Socket(local.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            if (local.Address.Equals(IPAddress.IPv6Any))
            {
                socket.DualMode = true;
            }

            socket.SendTimeout = (int)SipNetLimits.SendPatience.TotalMilliseconds;
            socket.ReceiveBufferSize = SipNetLimits.SocketBuffer;
            socket.SendBufferSize = SipNetLimits.SocketBuffer;
            socket.Bind(local);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Receives until disposed, on a thread of its own.</summary>
    public void Run()
    {
        // Not every process may; then it is as before.
        _ = LibC.SetPriority(0, 0, SipNetLimits.Nice);
        var buffer = new byte[SipNetLimits.Datagram];
        var source = new SocketAddress(socket.AddressFamily);
        while (true)
        {
            int length;
            try
            {
                length = socket.ReceiveFrom(buffer, SocketFlags.None, source);
            }
            catch (Exception e) when (disposed && (e is ObjectDisposedException or SocketException))
            {
                return;
            }
            catch (SocketException)
            {
                // The error of an earlier send may surface here; the socket itself is well.
                continue;
            }

            // CRLF keep-alives (RFC 5626 §3.5.1) and empty datagrams are no messages.
            if (length <= 4)
            {
                continue;
            }

            var flow = peers.FlowOf(source);
            if (intake.Received(flow, buffer.AsSpan(0, length).ToArray()) is { } answer)
            {
                Send(answer.To, answer.Bytes);
            }
        }
    }

    public void Send(Flow flow, ReadOnlyMemory<byte> message)
    {
        try
        {
            if (peers.AddressOf(flow.RemoteAddress, flow.RemotePort) is { } destination)
            {
                socket.SendTo(message.Span, SocketFlags.None, destination);
                return;
            }
        }
        catch (ObjectDisposedException)
        {
            return;
        }
        catch (SocketException e) when (e.SocketErrorCode is SocketError.TimedOut or SocketError.WouldBlock)
        {
            return;
        }
        catch (SocketException)
        {
            // Told below: no route, or larger than a datagram can be.
        }

        intake.Failed(flow);
    }

    public void Dispose()
    {
        disposed = true;
        socket.Dispose();
    }
}
