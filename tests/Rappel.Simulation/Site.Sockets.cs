using Rappel.Engine;
using Rappel.Sip.Transports;

namespace Rappel.Simulation;

/// <summary>Pages that are connected, as the shell keeps them.</summary>
internal sealed partial class Site
{
    private readonly Dictionary<long, SimSocket> _sockets = [];
    private long _lastSocket;

    /// <summary>False where no server is up, or it does not know the agent.</summary>
    public bool TryOpen(SimSocket socket)
    {
        if (!IsUp || !MayConnect(socket))
        {
            return false;
        }

        socket.Opened(++_lastSocket);
        _sockets.Add(_lastSocket, socket);
        _referee.PageConnected(Clock.Now, socket.Identity.User, isOpen: true);
        Take(new EngineInput.FlowOpened(socket.Flow, socket.Identity));
        return true;
    }

    /// <param name="isLost">The network is gone meanwhile.</param>
    public void Receive(SimSocket socket, ReadOnlyMemory<byte> message, bool isLost)
    {
        if (!isLost && Knows(socket))
        {
            _log.OnDelivered?.Invoke(socket.Flow.ToString(), Address, message);
            Take(new EngineInput.SipReceived(socket.Flow, message));
        }
    }

    /// <summary>It is closed, or the server has noticed that nobody is at its other end.</summary>
    public void Closed(SimSocket socket)
    {
        if (Knows(socket))
        {
            _sockets.Remove(socket.Flow.Connection);
            _referee.PageConnected(Clock.Now, socket.Identity.User, isOpen: false);
            Take(new EngineInput.FlowClosed(socket.Flow));
        }
    }

    /// <summary>A page that is gone sends no more audio, and says so, or is found out.</summary>
    public void Vanish(string address, bool saysGoodbye) => _media?.Vanish(address, saysGoodbye);

    private void SendToPage(Flow flow, ReadOnlyMemory<byte> message)
    {
        if (_sockets.TryGetValue(flow.Connection, out var socket))
        {
            _log.OnDelivered?.Invoke(Address, flow.ToString(), message);
            socket.Deliver(message);
        }
        else
        {
            _referee.SentToNobody(Clock.Now, flow, message);
            Take(new EngineInput.SipFailed(flow));
        }
    }

    /// <summary>Whoever is no agent any more is shut out.</summary>
    private void ShutOutStrangers()
    {
        foreach (var socket in _sockets.Values.Where(s => !MayConnect(s)).ToList())
        {
            _world.After(TimeSpan.FromSeconds(1 + (socket.Flow.Connection % 4)), () =>
            {
                if (Knows(socket) && !MayConnect(socket))
                {
                    socket.ShutOut();
                    Closed(socket);
                }
            });
        }
    }

    private void CloseSockets()
    {
        foreach (var socket in _sockets.Values.ToList())
        {
            socket.ShutOut();
        }

        _sockets.Clear();
        _lastSocket = 0;
    }

    private bool MayConnect(SimSocket socket) => socket.Identity is not FlowIdentity.Agent agent || Configuration.Agents.ContainsKey(agent.Key);

    private bool Knows(SimSocket socket) => _sockets.GetValueOrDefault(socket.Flow.Connection) == socket;
}
