using System.Collections.Concurrent;
using System.Net;
using System.Net.WebSockets;
using System.Threading;
using System.Threading.Tasks;
using Rappel.Engine;
using Rappel.Server.Hosting;
using Rappel.Server.Web.Phone;
using Rappel.Sip.Transports;

namespace Rappel.Server.Net.Sip;

/// <summary>The browsers' side of SIP (RFC 7118): connections that the web server has accepted and knows the owners of.</summary>
public sealed class WsSipSockets(EngineInbox inbox, SipIntake intake) : IPhoneLines, IDisposable
{
    private readonly ConcurrentDictionary<long, WsConnection> byNumber = new();
    private long lastNumber;
    private volatile bool closed;

    public int Connections => byNumber.Count;

    public async Task<bool> ServeAsync(WebSocket socket, IPEndPoint peer, FlowIdentity identity, CancellationToken ended)
    {
        if (closed || byNumber.Count >= WsLimits.Connections || byNumber.Values.Count(c => c.Identity == identity) >= WsLimits.ConnectionsOfOneUser)
        {
            return false;
        }

        using var connection = new WsConnection(socket, FlowOf(peer), identity, intake);
        byNumber[connection.Flow.Connection] = connection;
        inbox.Post(new EngineInput.FlowOpened(connection.Flow, identity));
        try
        {
            await connection.Run(ended);
        }
        finally
        {
            byNumber.TryRemove(connection.Flow.Connection, out _);
            inbox.Post(new EngineInput.FlowClosed(connection.Flow));
        }

        return true;
    }

    /// <summary>On the engine's thread; never waits.</summary>
    public void Send(Flow flow, ReadOnlyMemory<byte> message)
    {
        if (!byNumber.TryGetValue(flow.Connection, out var connection) || !connection.TrySend(message))
        {
            intake.Failed(flow);
        }
    }

    /// <summary>Sends what is queued, says goodbye, and takes no further connection.</summary>
    public async Task Finish(TimeSpan within)
    {
        closed = true;
        try
        {
            await Task.WhenAll(byNumber.Values.Select(c => c.Finish())).WaitAsync(within);
        }
        catch (TimeoutException)
        {
            // A browser that does not read misses the end.
        }
    }

    public void Dispose()
    {
        closed = true;
        foreach (var connection in byNumber.Values)
        {
            connection.End();
        }
    }

    private Flow FlowOf(IPEndPoint peer)
    {
        var (address, port) = PeerNames.NameOf(peer);
        return new Flow(SipTransport.Ws, address, port, Interlocked.Increment(ref lastNumber));
    }
}
