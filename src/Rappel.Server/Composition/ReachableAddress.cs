using System.Collections.Immutable;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace Rappel.Server.Composition;

/// <summary>The address we tell others to reach us at.</summary>
public static class ReachableAddress
{
    // RFC 5737: an address nobody has; asking for the way to it sends nothing.
    private static readonly IPEndPoint Anywhere = new(IPAddress.Parse("192.0.2.1"), 9);

    /// <summary>Of one machine: more would only make browsers try in vain.</summary>
    private const int MostForMedia = 4;

    /// <summary>What browsers are told to try, best first: the address bound, or, where all are, those of this machine of the same family.</summary>
    public static ImmutableArray<string> ForMedia(ServerSettings settings)
    {
        var best = Of(settings);
        if (!settings.BindsEverywhere)
        {
            return [best.ToString()];
        }

        var others = NetworkInterface.GetAllNetworkInterfaces()
            .Where(i => i.OperationalStatus == OperationalStatus.Up && i.NetworkInterfaceType != NetworkInterfaceType.Loopback)
            .SelectMany(i => i.GetIPProperties().UnicastAddresses)
            .Select(u => u.Address)
            .Where(a => a.AddressFamily == best.AddressFamily && !a.Equals(best) && !a.IsIPv6LinkLocal);
        return [best.ToString(), .. others.Select(a => a.ToString()).Distinct().Take(MostForMedia - 1)];
    }

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
