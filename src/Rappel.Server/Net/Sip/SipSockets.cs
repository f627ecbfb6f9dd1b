using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using Rappel.Server.Hosting;
using Rappel.Sip.Transports;

namespace Rappel.Server.Net.Sip;

/// <summary>SIP over UDP and TCP on one port, and over the WebSockets that the web server accepts.</summary>
public sealed class SipSockets : IDisposable
{
    private readonly UdpSipSocket udp;
    private readonly TcpSipSockets tcp;
    private volatile bool closed;

    /// <exception cref="SocketException">The port is taken, or the address is not this machine's.</exception>
    public SipSockets(IPEndPoint local, EngineInbox inbox, SipIntake intake)
    {
        Browsers = new WsSipSockets(inbox, intake);
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

    public WsSipSockets Browsers { get; }

    public void Start()
    {
        new Thread(() => EndTogether(udp.Run)) { Name = "sip", IsBackground = true }.Start();
        _ = Task.Run(() => EndTogether(tcp.Run));
    }

    /// <summary>On the engine's thread; never waits. A failure comes back as SipFailed.</summary>
    public void Send(Flow flow, ReadOnlyMemory<byte> message)
    {
        switch (flow.Transport)
        {
            case SipTransport.Udp:
                udp.Send(flow, message);
                break;
            case SipTransport.Tcp:
                tcp.Send(flow, message);
                break;
            case SipTransport.Ws:
                Browsers.Send(flow, message);
                break;
        }
    }

    /// <summary>Sends what is queued, for at most so long; call before Dispose.</summary>
    public Task Finish(TimeSpan within) => Task.WhenAll(tcp.Finish(within), Browsers.Finish(within));

    public void Dispose()
    {
        closed = true;
        Browsers.Dispose();
        tcp.Dispose();
        udp.Dispose();
    }

    // A receiver that died in silence would leave a server that looks well and hears nothing: better to end, and be started again.
    private void EndTogether(Action receive)
    {
        try
        {
            receive();
        }
        catch (Exception fault) when (!closed)
        {
            Environment.FailFast("a SIP receiver failed", fault);
        }
    }

    private async Task EndTogether(Func<Task> receive)
    {
        try
        {
            await receive();
        }
        catch (Exception fault) when (!closed)
        {
            Environment.FailFast("a SIP receiver failed", fault);
        }
    }
}
