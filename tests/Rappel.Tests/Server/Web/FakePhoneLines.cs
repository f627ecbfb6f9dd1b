using System.Collections.Concurrent;
using System.Net;
using System.Net.WebSockets;
using System.Threading;
using System.Threading.Tasks;
using Rappel.Engine;
using Rappel.Server.Web.Phone;

namespace Rappel.Tests.Server.Web;

/// <summary>Keeps who opened a phone, and each open until it is ended or its page says goodbye.</summary>
internal sealed class FakePhoneLines : IPhoneLines
{
    public ConcurrentQueue<FlowIdentity> Opened { get; } = new();

    public bool IsFull { get; set; }

    public async Task<bool> ServeAsync(WebSocket socket, IPEndPoint peer, FlowIdentity identity, CancellationToken ended)
    {
        if (IsFull)
        {
            return false;
        }

        Opened.Enqueue(identity);
        using var stop = ended.Register(socket.Abort);
        try
        {
            await socket.ReceiveAsync(new byte[100], CancellationToken.None);
        }
        catch (WebSocketException)
        {
            // Aborted above.
        }

        return true;
    }
}
