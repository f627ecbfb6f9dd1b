using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Rappel.Sip.Transports;

namespace Rappel.Server.Net.Sip;

/// <summary>Socket addresses as the flow that datagrams from there come by, and back, remembered: the same few peers send nearly every datagram.</summary>
internal sealed class PeerNames(AddressFamily family)
{
    private readonly ConcurrentDictionary<SocketAddress, Flow> flows = new();
    private readonly ConcurrentDictionary<(string Address, int Port), SocketAddress> addresses = new();

    public Flow FlowOf(SocketAddress address)
    {
        if (flows.TryGetValue(address, out var known))
        {
            return known;
        }

        var endPoint = (IPEndPoint)new IPEndPoint(family == AddressFamily.InterNetworkV6 ? IPAddress.IPv6Any : IPAddress.Any, 0).Create(address);
        var (name, port) = NameOf(endPoint);
        if (flows.Count >= SipNetLimits.RememberedPeers)
        {
            flows.Clear();
        }

        // The caller's address is the buffer of the next datagram too.
        var own = new SocketAddress(address.Family, address.Size);
        address.Buffer.Span[..address.Size].CopyTo(own.Buffer.Span);
        return flows[own] = new Flow(SipTransport.Udp, name, port, 0);
    }

    /// <summary>IPv4 peers of an IPv6 socket are told as IPv4.</summary>
    public static (string Address, int Port) NameOf(IPEndPoint endPoint) =>
        ((endPoint.Address.IsIPv4MappedToIPv6 ? endPoint.Address.MapToIPv4() : endPoint.Address).ToString(), endPoint.Port);

    /// <summary>Null where the text is no address this socket can reach.</summary>
    public SocketAddress? AddressOf(string address, int port)
    {
        if (addresses.TryGetValue((address, port), out var known))
        {
            return known;
        }

        if (EndPointOf(address, port, family) is not { } endPoint)
        {
            return null;
        }

        if (addresses.Count >= SipNetLimits.RememberedPeers)
        {
            addresses.Clear();
        }

        return addresses[(address, port)] = endPoint.Serialize();
    }

    public static IPEndPoint? EndPointOf(string address, int port, AddressFamily family)
    {
        if (!IPAddress.TryParse(address, out var ip) || port is < 1 or > 65535)
        {
            return null;
        }

        if (family == AddressFamily.InterNetworkV6 && ip.AddressFamily == AddressFamily.InterNetwork)
        {
            ip = ip.MapToIPv6();
        }

        return ip.AddressFamily == family ? new IPEndPoint(ip, port) : null;
    }
}
