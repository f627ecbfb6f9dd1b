using System.Net;
using System.Net.Sockets;

namespace Rappel.Server.Composition;

/// <summary>The address we tell others to reach us at.</summary>
public static class ReachableAddress
{
    // RFC 5737: an address nobody has; asking for the way to it sends nothing.
    private static readonly IPEndPoint Anywhere = new(IPAddress.Parse("192.0.2.1"), 9);

    /// <summary>The address bound, or, where all are, the one this machine uses towards the outside.</summary>
    public static IPAddress Of(ServerSettings settings)
    {
        if (!settings.BindsEverywhere)
        {
            return settings.Bind;
        }

        try
        {
            using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
            probe.Connect(Anywhere);
            return ((IPEndPoint)probe.LocalEndPoint!).Address;
        }
        catch (SocketException)
        {
            return IPAddress.Loopback;
        }
    }
}
