using System.Net;
using System.Net.WebSockets;
using System.Threading;
using System.Threading.Tasks;
using Rappel.Engine;

namespace Rappel.Server.Web.Phone;

/// <summary>Takes over the connections of phones in browsers.</summary>
public interface IPhoneLines
{
    /// <summary>Speaks SIP over it until it is closed.</summary>
    /// <param name="ended">Whoever opened it may not have it any longer: it is closed.</param>
    /// <returns>False where there are too many; nothing was done with it.</returns>
    Task<bool> ServeAsync(WebSocket socket, IPEndPoint peer, FlowIdentity identity, CancellationToken ended);
}
