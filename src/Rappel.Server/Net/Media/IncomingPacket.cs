using System.Net;
using Rappel.Media.Sessions;

namespace Rappel.Server.Net.Media;

/// <summary>One datagram on its way from a socket to the media thread.</summary>
public sealed class IncomingPacket
{
    /// <summary>One byte longer than the longest we take, so that a longer one is seen to be.</summary>
    public byte[] Buffer { get; } = new byte[MediaLimits.MaximumPacket + 1];

    public int Length { get; set; }

    public MediaSessionId Session { get; set; }

    public bool Rtcp { get; set; }

    public IPEndPoint Source { get; set; } = new(IPAddress.None, 0);

    public Instant At { get; set; }
}
