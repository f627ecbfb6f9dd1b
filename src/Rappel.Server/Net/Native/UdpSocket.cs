using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Rappel.Server.Net.Native;

/// <summary>
/// One UDP socket that never waits, as the number the system knows it by: four bytes, where the framework keeps objects of its own beside it.
/// Whoever binds it closes it, once.
/// </summary>
internal readonly struct UdpSocket
{
    private UdpSocket(int descriptor) => Descriptor = descriptor;

    public int Descriptor { get; }

    /// <summary>Null where the address is taken, or not this machine's, or no socket can be had.</summary>
    /// <param name="receiveBuffer">Bytes the system may keep for us.</param>
    public static UdpSocket? TryBind(IPEndPoint local, int receiveBuffer)
    {
        var six = local.AddressFamily == AddressFamily.InterNetworkV6;
        var descriptor = LibC.Socket(six ? LibC.Internet6Domain : LibC.InternetDomain, LibC.DatagramNonBlockingCloseOnExec, 0);
        if (descriptor < 0)
        {
            return null;
        }

        var address = local.Serialize();
        _ = LibC.SetSocketOption(descriptor, LibC.SocketLevel, LibC.ReceiveBuffer, receiveBuffer, sizeof(int));
        if (six)
        {
            // All addresses of the machine are those of IPv4 too, as for SIP.
            _ = LibC.SetSocketOption(descriptor, LibC.Internet6Level, LibC.Internet6Only, local.Address.Equals(IPAddress.IPv6Any) ? 0 : 1, sizeof(int));
        }

        if (LibC.Bind(descriptor, in address.Buffer.Span[0], address.Size) < 0)
        {
            _ = LibC.Close(descriptor);
            return null;
        }

        return new UdpSocket(descriptor);
    }

    /// <summary>False where the system would not take it.</summary>
    /// <param name="to">In the system's form.</param>
    public bool Send(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> to) =>
        LibC.SendTo(Descriptor, in MemoryMarshal.GetReference(bytes), bytes.Length, 0, in MemoryMarshal.GetReference(to), to.Length) == bytes.Length;

    /// <summary>The next datagram; what of it does not fit is lost.</summary>
    /// <param name="from">Room for an address in the system's form.</param>
    /// <param name="fromLength">Bytes used of it.</param>
    /// <returns>Its length; -1 where none waits, or where the error of an earlier send was told instead: the socket itself is well.</returns>
    public int Receive(Span<byte> into, Span<byte> from, out int fromLength)
    {
        fromLength = from.Length;
        return (int)LibC.ReceiveFrom(Descriptor, ref MemoryMarshal.GetReference(into), into.Length, 0, ref MemoryMarshal.GetReference(from), ref fromLength);
    }

    public void Close() => _ = LibC.Close(Descriptor);
}
