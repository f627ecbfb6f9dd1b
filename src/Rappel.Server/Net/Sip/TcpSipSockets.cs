using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using Rappel.Sip.Transports;

namespace Rappel.Server.Net.Sip;

/// <summary>The TCP side of SIP: the listener and all connections, made to us or by us, by number and by peer.</summary>
public sealed class TcpSipSockets : IDisposable
{
    private readonly Socket listener;
    private readonly IPEndPoint local;
    private readonly SipIntake intake;
    private readonly ConcurrentDictionary<long, TcpConnection> byNumber = new();
    private readonly ConcurrentDictionary<IPEndPoint, TcpConnection> byPeer = new();
    private long lastNumber;
    private volatile bool closed;

    /// <exception cref="SocketException">The port is taken, or the address is not this machine's.</exception>
    public TcpSipSockets(IPEndPoint local, SipIntake intake)
    {
        this.local = local;
        this.intake = intake;
        listener = NewSocket();
        try
        {
            listener.Bind(local);
            listener.Listen(512);
        }
        catch
        {
            listener.Dispose();
            throw;
        }
    }

    public int Connections => byNumber.Count;

    /// <summary>Accepts until disposed.</summary>
    public async Task Run()
    {
        while (!closed)
        {
            Socket accepted;
            try
            {
                accepted = await listener.AcceptAsync();
            }
            catch (SocketException) when (!closed)
            {
                // One that hung up before it was taken, or no descriptor left: the next one may do.
                await Task.Delay(SipNetLimits.Held);
                continue;
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                return;
            }

            Admit(accepted);
        }
    }

    public void Send(Flow flow, ReadOnlyMemory<byte> message)
    {
        if (Find(flow) is not { } connection || !connection.TrySend(message))
        {
            intake.Failed(flow);
        }
    }

    /// <summary>Sends what is queued on all connections, for at most so long; call before Dispose.</summary>
    public async Task Finish(TimeSpan within)
    {
        try
        {
            await Task.WhenAll(byNumber.Values.Select(c => c.Finish())).WaitAsync(within);
        }
        catch (TimeoutException)
        {
            // A peer that does not read misses the end.
        }
    }

    public void Dispose()
    {
        closed = true;
        listener.Dispose();
        foreach (var connection in byNumber.Values)
        {
            connection.Dispose();
        }
    }

    private Socket NewSocket()
    {
        var socket = new Socket(local.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        if (local.Address.Equals(IPAddress.IPv6Any))
        {
            socket.DualMode = true;
        }

        return socket;
    }

    private void Admit(Socket accepted)
    {
        if (accepted.RemoteEndPoint is not IPEndPoint peer || byNumber.Count >= SipNetLimits.Connections
            || byNumber.Values.Count(c => c.Peer.Address.Equals(peer.Address)) >= SipNetLimits.ConnectionsOfOnePeer)
        {
            accepted.Dispose();
            return;
        }

        Add(accepted, peer, connect: false);
    }

    private TcpConnection? Find(Flow flow)
    {
        if (flow.Connection != 0)
        {
            return byNumber.GetValueOrDefault(flow.Connection);
        }

        if (PeerNames.EndPointOf(flow.RemoteAddress, flow.RemotePort, local.AddressFamily) is not { } peer)
        {
            return null;
        }

        if (byPeer.TryGetValue(peer, out var known))
        {
            return known;
        }

        return byNumber.Count < SipNetLimits.Connections ? Add(NewSocket(), peer, connect: true) : null;
    }

    private TcpConnection Add(Socket socket, IPEndPoint peer, bool connect)
    {
        var connection = new TcpConnection(socket, peer, Interlocked.Increment(ref lastNumber), intake);
        byNumber[connection.Flow.Connection] = connection;
        byPeer[peer] = connection;
        _ = Serve(connection, connect);
        return connection;
    }

    private async Task Serve(TcpConnection connection, bool connect)
    {
        try
        {
            await connection.Run(connect);
        }
        finally
        {
            byNumber.TryRemove(connection.Flow.Connection, out _);
            byPeer.TryRemove(KeyValuePair.Create(connection.Peer, connection));
            connection.Dispose();
            if (!closed)
            {
                // Who asked for a connection to this peer does not know its number. It is told first: who knows the number goes on over a new
                // connection (RFC 3261 §18.4), asked for by the peer, and must not hear of this end as if it were the end of that one.
                intake.Failed(connection.Flow with { Connection = 0 });
                intake.Failed(connection.Flow);
            }
        }
    }
}
