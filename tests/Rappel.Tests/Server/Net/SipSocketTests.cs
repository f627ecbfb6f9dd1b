using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging.Abstractions;
using Rappel.Engine;
using Rappel.Server.Hosting;
using Rappel.Server.Net.Sip;
using Rappel.Sip.Transports;

namespace Rappel.Tests.Server.Net;

/// <summary>Real sockets on the loopback; waits end with what arrives.</summary>
public sealed class SipSocketTests : IAsyncLifetime
{
    private const string Options = "OPTIONS sip:rappel SIP/2.0\r\nContent-Length: 0\r\n\r\n";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly EngineInbox inbox = new();
    private readonly int port = FreePort();
    private readonly LoadWatch load = new(TimeProvider.System, NullLogger.Instance);
    private SipSockets sockets = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private IPEndPoint Server => new(IPAddress.Loopback, port);

    private SipIntake Intake() => new(inbox, load, _ => false, 1);

    public ValueTask InitializeAsync()
    {
        sockets = new SipSockets(Server, inbox, Intake());
        sockets.Start();
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        sockets.Dispose();
        load.Dispose();
        inbox.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_datagram_arrives_with_its_source_and_an_answer_goes_back_there()
    {
        using var peer = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        await peer.SendAsync(Encoding.UTF8.GetBytes(Options), Server, Cancelled);
        var received = await Next<EngineInput.SipReceived>();
        Assert.Equal(Options, Encoding.UTF8.GetString(received.Message.Span));
        Assert.Equal(new Flow(SipTransport.Udp, "127.0.0.1", ((IPEndPoint)peer.Client.LocalEndPoint!).Port, 0), received.Source);

        sockets.Send(received.Source, "answer"u8.ToArray());
        Assert.Equal("answer", Encoding.UTF8.GetString((await peer.ReceiveAsync(Cancelled).AsTask().WaitAsync(Patience, Cancelled)).Buffer));
    }

    [Fact]
    public async Task A_keep_alive_datagram_is_not_for_the_engine()
    {
        using var peer = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        await peer.SendAsync("\r\n\r\n"u8.ToArray(), Server, Cancelled);
        await peer.SendAsync(Encoding.UTF8.GetBytes(Options), Server, Cancelled);
        Assert.Equal(Options, Encoding.UTF8.GetString((await Next<EngineInput.SipReceived>()).Message.Span));
    }

    [Fact]
    public async Task A_datagram_too_large_to_send_is_reported()
    {
        var flow = new Flow(SipTransport.Udp, "127.0.0.1", port, 0);
        sockets.Send(flow, new byte[70_000]);
        Assert.Equal(flow, (await Next<EngineInput.SipFailed>()).Flow);
    }

    [Fact]
    public async Task A_stream_is_cut_into_messages_of_one_connection()
    {
        using var peer = new TcpClient();
        await peer.ConnectAsync(Server, Cancelled);
        await peer.GetStream().WriteAsync(Encoding.UTF8.GetBytes(Options + Options[..20]), Cancelled);
        var first = await Next<EngineInput.SipReceived>();
        await peer.GetStream().WriteAsync(Encoding.UTF8.GetBytes(Options[20..]), Cancelled);
        var second = await Next<EngineInput.SipReceived>();
        Assert.Equal(Options, Encoding.UTF8.GetString(second.Message.Span));
        Assert.NotEqual(0, first.Source.Connection);
        Assert.Equal(first.Source, second.Source);

        sockets.Send(first.Source, "answer"u8.ToArray());
        Assert.Equal("answer", await Read(peer.GetStream(), 6));
    }

    [Fact]
    public async Task A_ping_on_a_stream_is_answered()
    {
        using var peer = new TcpClient();
        await peer.ConnectAsync(Server, Cancelled);
        await peer.GetStream().WriteAsync("\r\n\r\n"u8.ToArray(), Cancelled);
        Assert.Equal("\r\n", await Read(peer.GetStream(), 2));
    }

    [Fact]
    public async Task A_closed_connection_is_reported_under_its_peer_and_then_its_number()
    {
        var peer = new TcpClient();
        await peer.ConnectAsync(Server, Cancelled);
        await peer.GetStream().WriteAsync(Encoding.UTF8.GetBytes(Options), Cancelled);
        var flow = (await Next<EngineInput.SipReceived>()).Source;
        peer.Dispose();
        Assert.Equal(flow with { Connection = 0 }, (await Next<EngineInput.SipFailed>()).Flow);
        Assert.Equal(flow, (await Next<EngineInput.SipFailed>()).Flow);

        sockets.Send(flow, "late"u8.ToArray());
        Assert.Equal(flow, (await Next<EngineInput.SipFailed>()).Flow);
    }

    [Fact]
    public async Task A_connection_is_made_on_demand_and_used_again()
    {
        using var peer = new TcpListener(IPAddress.Loopback, 0);
        peer.Start();
        var flow = new Flow(SipTransport.Tcp, "127.0.0.1", ((IPEndPoint)peer.LocalEndpoint).Port, 0);
        sockets.Send(flow, "one"u8.ToArray());
        sockets.Send(flow, "two"u8.ToArray());
        using var accepted = await peer.AcceptTcpClientAsync(Cancelled).AsTask().WaitAsync(Patience, Cancelled);
        Assert.Equal("onetwo", await Read(accepted.GetStream(), 6));

        await accepted.GetStream().WriteAsync(Encoding.UTF8.GetBytes(Options), Cancelled);
        Assert.Equal(flow.RemotePort, (await Next<EngineInput.SipReceived>()).Source.RemotePort);
    }

    [Fact]
    public async Task A_peer_that_does_not_listen_is_reported()
    {
        var flow = new Flow(SipTransport.Tcp, "127.0.0.1", FreePort(), 0);
        sockets.Send(flow, "one"u8.ToArray());
        Assert.Equal(flow, (await Next<EngineInput.SipFailed>()).Flow);
        Assert.Equal(flow.RemotePort, (await Next<EngineInput.SipFailed>()).Flow.RemotePort);
    }

    [Fact]
    public async Task A_peer_that_does_not_read_loses_its_connection_not_our_memory()
    {
        using var peer = new TcpClient { ReceiveBufferSize = 4096 };
        await peer.ConnectAsync(Server, Cancelled);
        await peer.GetStream().WriteAsync(Encoding.UTF8.GetBytes(Options), Cancelled);
        var flow = (await Next<EngineInput.SipReceived>()).Source;
        var chunk = new byte[SipNetLimits.PendingBytes / 2];
        for (var i = 0; i < 200 && inbox.Count == 0; i++)
        {
            sockets.Send(flow, chunk);
        }

        Assert.Equal(flow.RemotePort, (await Next<EngineInput.SipFailed>()).Flow.RemotePort);
    }

    [Fact]
    public void A_taken_port_is_an_error() =>
        Assert.Equal(
            SocketError.AddressAlreadyInUse,
            Assert.Throws<SocketException>(() => new SipSockets(Server, inbox, Intake())).SocketErrorCode);

    // Free for TCP and for UDP: on a busy machine what the one has free another program uses for the other.
    private static int FreePort()
    {
        while (true)
        {
            using var stream = new TcpListener(IPAddress.Loopback, 0);
            stream.Start();
            var port = ((IPEndPoint)stream.LocalEndpoint).Port;
            try
            {
                using var datagrams = new UdpClient(new IPEndPoint(IPAddress.Loopback, port));
                return port;
            }
            catch (SocketException)
            {
                // Another, then.
            }
        }
    }

    private static async Task<string> Read(NetworkStream stream, int length)
    {
        var bytes = new byte[length];
        await stream.ReadExactlyAsync(bytes, Cancelled).AsTask().WaitAsync(Patience, Cancelled);
        return Encoding.UTF8.GetString(bytes);
    }

    private async Task<T> Next<T>()
        where T : EngineInput =>
        await Task.Run(() =>
        {
            using var patience = new CancellationTokenSource(Patience);
            while (!patience.IsCancellationRequested)
            {
                if (inbox.TryTake(out var input))
                {
                    return Assert.IsType<T>(input);
                }

                inbox.Wait(TimeSpan.FromMilliseconds(100));
            }

            throw new TimeoutException($"no {typeof(T).Name} arrived");
        }, Cancelled);
}
