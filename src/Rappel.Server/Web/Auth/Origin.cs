using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace Rappel.Server.Web.Auth;

/// <summary>Where a request comes from.</summary>
internal static class Origin
{
    /// <summary>Whose requests count together: an IPv4 address, or an IPv6 /64, which is what one subscriber has.</summary>
    public static string Of(HttpContext context)
    {
        var address = Plain(context.Connection.RemoteIpAddress ?? IPAddress.None);
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : address.ToString();
    }

    /// <summary>The address itself, for people to read; null outside a request.</summary>
    public static string? Address(HttpContext? context) => context?.Connection.RemoteIpAddress is { } address ? Plain(address).ToString() : null;

    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}
