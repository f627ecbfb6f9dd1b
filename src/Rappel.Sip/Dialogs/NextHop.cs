using System.Net;
using Rappel.Sip.Messages;
using Rappel.Sip.Transports;

namespace Rappel.Sip.Dialogs;

/// <summary>
/// Where a request within a dialog goes. RFC 3261 §8.1.2 sends it to the first Route or the remote target. We obey where that is a numeric address as
/// reachable as the peer's own; a name (there is no DNS here), or the inner address of a peer behind a NAT, gives way to where the peer speaks from.
/// </summary>
internal static class NextHop
{
    private const int DefaultPort = 5060;

    public static Flow Of(SipUri uri, Flow peer)
    {
        // RFC 7118 §5.1: what a browser names as its address leads nowhere; its connection is the only way.
        if (peer.Transport == SipTransport.Ws)
        {
            return peer;
        }

        if (!TryAddress(uri.Host, out var target) || !TryAddress(peer.RemoteAddress, out var heard)
            || TransportOf(uri, target.Equals(heard) ? peer.Transport : SipTransport.Udp) is not { } transport)
        {
            return peer;
        }

        if (target.Equals(heard))
        {
            // A stream to the same machine is the way to it, whatever port its Contact names.
            return transport == SipTransport.Tcp && peer.Transport == SipTransport.Tcp
                ? peer
                : new Flow(transport, peer.RemoteAddress, uri.Port ?? DefaultPort, 0);
        }

        return Reach(target) < Reach(heard) ? peer : new Flow(transport, target.ToString(), uri.Port ?? DefaultPort, 0);
    }

    private static SipTransport? TransportOf(SipUri uri, SipTransport absent) => uri.Parameter("transport")?.ToLowerInvariant() switch
    {
        null => absent,
        "udp" => SipTransport.Udp,
        "tcp" => SipTransport.Tcp,
        _ => null,
    };

    private static bool TryAddress(string host, out IPAddress address)
    {
        address = IPAddress.None;
        var bare = host.Trim('[', ']');

        // IPAddress reads "7" as 0.0.0.7: only whole dotted or coloned forms are addresses in SIP.
        return (bare.Contains(':', StringComparison.Ordinal) || bare.Count(c => c == '.') == 3) && IPAddress.TryParse(bare, out address!);
    }

    /// <summary>From nowhere (0) through this machine and a private network to anywhere (4).</summary>
    private static int Reach(IPAddress address)
    {
        var b = address.MapToIPv6().GetAddressBytes().AsSpan();
        if (!address.IsIPv4MappedToIPv6 && address.GetAddressBytes().Length == 16)
        {
            return address.Equals(IPAddress.IPv6Any) ? 0 : IPAddress.IsLoopback(address) ? 1 : address.IsIPv6LinkLocal ? 2 : address.IsIPv6UniqueLocal ? 3 : 4;
        }

        return (b[12], b[13]) switch
        {
            (0, _) => 0,
            (127, _) => 1,
            (169, 254) => 2,
            (10, _) or (192, 168) or (172, >= 16 and < 32) or (100, >= 64 and < 128) => 3,
            _ => 4,
        };
    }
}
