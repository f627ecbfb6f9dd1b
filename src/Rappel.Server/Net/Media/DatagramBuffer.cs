using System.Net;
using Rappel.Media.Sessions;

namespace Rappel.Server.Net.Media;

/// <summary>One datagram as it was read: valid until the next one is.</summary>
internal sealed class DatagramBuffer
{
    /// <summary>One byte longer than the longest we take, so that a longer one is seen to be.</summary>
    public byte[] Room { get; } = GC.AllocateArray<byte>(MediaLimits.MaximumPacket + 1, pinned: true);

    /// <summary>For the source in the system's form.</summary>
    public byte[] AddressRoom { get; } = GC.AllocateArray<byte>(PeerAddress.Longest, pinned: true);

    public int Length { get; set; }

    public IPEndPoint Source { get; set; } = new(IPAddress.None, 0);

    public ReadOnlySpan<byte> Bytes => Room.AsSpan(0, Length);
}
