using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;

namespace Rappel.Server.Net.Media;

/// <summary>Where a peer is, as the media machine names it and as the system does. It seldom changes, and turning one into the other costs.</summary>
internal sealed class PeerAddress
{
    /// <summary>Bytes of the longest address in the system's form (IPv6).</summary>
    public const int Longest = 28;

    private static readonly IPEndPoint Form4 = new(IPAddress.Any, 0);
    private static readonly IPEndPoint Form6 = new(IPAddress.IPv6Any, 0);

    private readonly Bytes bytes;
    private readonly int length;

    private PeerAddress(IPEndPoint end, SocketAddress address)
    {
        End = end;
        length = address.Size;
        address.Buffer.Span[..length].CopyTo(bytes);
    }

    /// <summary>IPv4 peers of an IPv6 socket are IPv4 here, as descriptions name them.</summary>
    public IPEndPoint End { get; }

    public ReadOnlySpan<byte> System => ((ReadOnlySpan<byte>)bytes)[..length];

    /// <param name="family">Of the socket. What cannot be mapped to it is left: the system refuses it, and it counts as unsent.</param>
    public static PeerAddress To(IPEndPoint end, AddressFamily family) =>
        new(end, (family == AddressFamily.InterNetworkV6 && end.AddressFamily != family ? new IPEndPoint(end.Address.MapToIPv6(), end.Port) : end).Serialize());

    /// <param name="address">As the system told it.</param>
    public static PeerAddress From(ReadOnlySpan<byte> address, AddressFamily family)
    {
        var told = new SocketAddress(family, address.Length);
        address.CopyTo(told.Buffer.Span);
        var end = (IPEndPoint)(family == AddressFamily.InterNetwork ? Form4 : Form6).Create(told);
        return new PeerAddress(end.Address.IsIPv4MappedToIPv6 ? new IPEndPoint(end.Address.MapToIPv4(), end.Port) : end, told);
    }

    public bool Is(IPEndPoint end) => ReferenceEquals(end, End) || end.Equals(End);

    public bool Is(ReadOnlySpan<byte> address) => address.SequenceEqual(System);

    /// <summary>Within the object, not beside it: one line of the processor's cache less to fetch for each packet.</summary>
    [InlineArray(Longest)]
    private struct Bytes
    {
        private byte first;
    }
}
