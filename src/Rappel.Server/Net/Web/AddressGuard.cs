using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;

namespace Rappel.Server.Net.Web;

/// <summary>
/// Tells addresses of the open Internet from those of this machine and the networks around it, which nobody may reach through us: an
/// administrator of a contact centre is not one of the building.
/// </summary>
public static class AddressGuard
{
    private static readonly ImmutableArray<IPNetwork> Closed =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.168.0.0/16",
            "198.18.0.0/15", "224.0.0.0/4", "240.0.0.0/4", "::/128", "::1/128", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
        }.Select(IPNetwork.Parse),
    ];

    // Addresses that carry an IPv4 address in them: translated (64:ff9b::/96) and 6to4 (2002::/16).
    private static readonly IPNetwork Translated = IPNetwork.Parse("64:ff9b::/96");
    private static readonly IPNetwork SixToFour = IPNetwork.Parse("2002::/16");

    public static bool IsPublic(IPAddress address)
    {
        var bytes = address.GetAddressBytes();
        if (address.IsIPv4MappedToIPv6 || (address.AddressFamily == AddressFamily.InterNetworkV6 && Translated.Contains(address)))
        {
            return IsPublic(new IPAddress(bytes.AsSpan(12, 4)));
        }

        if (address.AddressFamily == AddressFamily.InterNetworkV6 && SixToFour.Contains(address))
        {
            return IsPublic(new IPAddress(bytes.AsSpan(2, 4)));
        }

        return !Closed.Any(network => network.BaseAddress.AddressFamily == address.AddressFamily && network.Contains(address));
    }
}
