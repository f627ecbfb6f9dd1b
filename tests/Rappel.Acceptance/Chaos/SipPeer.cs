using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Rappel.Acceptance.Staging;

namespace Rappel.Acceptance.Chaos;

/// <summary>Somebody who speaks SIP over UDP on loopback. Messages are handled one at a time.</summary>
internal abstract class SipPeer : IDisposable
{
    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
    private readonly CancellationTokenSource end = new();
    private readonly Lock handling = new();

    protected SipPeer(int port)
    {
        socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
        Own = (IPEndPoint)socket.LocalEndPoint!;
    }

    protected IPEndPoint Own { get; }

    protected bool IsOver => end.IsCancellationRequested;

    /// <summary>To be called once the peer is made.</summary>
    protected void Listen() => _ = Task.Run(Receive);

    protected void Send(string message, EndPoint to)
    {
        try
        {
            socket.SendTo(Encoding.UTF8.GetBytes(message), to);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The server is dead just now: that is what this is about.
        }
    }

    /// <summary>Does something after a while, unless it is all over.</summary>
    protected void Later(TimeSpan after, Action act) => _ = Task.Run(async () =>
    {
        await Waiting.Pass(after);
        if (!IsOver)
        {
            lock (handling)
            {
                act();
            }
        }
    });

    protected abstract void Handle(SipText message, EndPoint from);

    public virtual void Dispose()
    {
        end.Cancel();
        socket.Dispose();
    }

    private async Task Receive()
    {
        var buffer = new byte[8192];
        while (!IsOver)
        {
            try
            {
                var got = await socket.ReceiveFromAsync(buffer, SocketFlags.None, new IPEndPoint(IPAddress.Any, 0), end.Token);
                if (SipText.Parse(buffer.AsSpan(0, got.ReceivedBytes)) is { } message)
                {
                    lock (handling)
                    {
                        Handle(message, got.RemoteEndPoint);
                    }
                }
            }
            catch (SocketException)
            {
                // An ICMP error for something sent to a dead server.
            }
            catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
            {
                return;
            }
        }
    }
}
