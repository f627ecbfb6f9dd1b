using System.Net;
using System.Net.Sockets;
using System.Threading.Tasks;
using Rappel.Sip.Transports;

namespace Rappel.Server.Net.Sip;

/// <summary>SIP over UDP and TCP on one port.</summary>
public sealed class SipSockets : IDisposable
{
    private readonly UdpSipSocket udp;
    private readonly TcpSipSockets tcp;

    /// <exception cref="SocketException">The port is taken, or the address is not this machine's.</exception>
    public SipSockets(IPEndPoint local, SipIntake intake)
    {
        udp = new UdpSipSocket(local, intake);
        try
        {
            tcp = new TcpSipSockets(local, intake);
        }
        catch
        {
            udp.Dispose();
            throw;
        }
    }

    public void Start()
    {
        _ = Task.Run(udp.Run);
        _ = Task.Run(tcp.Run);
    }

    /// <summary>On the engine's thread; never waits. A failure comes back as SipFailed.</summary>
    public void Send(Flow flow, ReadOnlyMemory<byte> message)
    {
        if (flow.Transport == SipTransport.Udp)
        {
            udp.Send(flow, message);
        }
        else
        {
            tcp.Send(flow, message);
        }
    }

    /// <summary>Sends what is queued, for at most so long; call before Dispose.</summary>
    public Task Finish(TimeSpan within) => tcp.Finish(within);

    public void Dispose()
    {
        tcp.Dispose();
        udp.Dispose();
    }
}
