using System.Net.Sockets;
using Rappel.Media.Sessions;
using Rappel.Server.Net.Native;

namespace Rappel.Server.Net.Media;

/// <summary>
/// A bound pair of sockets: RTP on the even port, RTCP on the next. It is read all its life; what comes while no session has it is thrown
/// away, so that nothing old waits in the kernel for the next call. For the media thread alone.
/// </summary>
public sealed class RtpPort : IRtpPort
{
    private readonly RtpWatch watch;
    private readonly AddressFamily family;
    private readonly UdpSocket rtp;
    private readonly UdpSocket rtcp;
    private Ends rtpEnds;
    private Ends rtcpEnds;
    private bool closed;

    internal RtpPort(RtpWatch watch, int port, AddressFamily family, UdpSocket rtp, UdpSocket rtcp)
    {
        this.watch = watch;
        this.family = family;
        this.rtp = rtp;
        this.rtcp = rtcp;
        Port = port;
    }

    public int Port { get; }

    /// <summary>Whose it is; null while it is nobody's.</summary>
    public MediaSessionId? Session { get; private set; }

    public void Assign(MediaSessionId to)
    {
        // What came and was not read yet was for the call before.
        Empty(rtp);
        Empty(rtcp);
        Session = to;
    }

    public void Release()
    {
        Session = null;
        rtpEnds = default;
        rtcpEnds = default;
    }

    public bool Send(in MediaPacket packet)
    {
        ref var ends = ref packet.Rtcp ? ref rtcpEnds : ref rtpEnds;
        if (ends.To?.Is(packet.Destination) != true)
        {
            ends.To = ends.From?.Is(packet.Destination) == true ? ends.From : PeerAddress.To(packet.Destination, family);
        }

        return (packet.Rtcp ? rtcp : rtp).Send(packet.Buffer.AsSpan(0, packet.Length), ends.To.System);
    }

    public void Dispose()
    {
        if (!closed)
        {
            closed = true;
            watch.Forget(rtp);
            watch.Forget(rtcp);
            rtp.Close();
            rtcp.Close();
        }
    }

    /// <summary>One datagram of one of the pair; false where there is none after all, or it is nobody's.</summary>
    internal bool TryReceive(int descriptor, DatagramBuffer into, out bool isRtcp)
    {
        isRtcp = descriptor == rtcp.Descriptor;
        into.Length = (isRtcp ? rtcp : rtp).Receive(into.Room, into.AddressRoom, out var addressLength);
        if (into.Length <= 0 || Session is null)
        {
            return false;
        }

        ref var ends = ref isRtcp ? ref rtcpEnds : ref rtpEnds;
        var address = into.AddressRoom.AsSpan(0, addressLength);
        if (ends.From?.Is(address) != true)
        {
            ends.From = PeerAddress.From(address, family);
        }

        into.Source = ends.From.End;
        return true;
    }

    private void Empty(UdpSocket socket)
    {
        var room = watch.Buffer;
        for (var read = 0; read < MediaNetLimits.StaleAtMost && socket.Receive(room.Room, room.AddressRoom, out _) >= 0; read++)
        {
        }
    }

    /// <summary>The last source and the last destination of one socket; mostly the same.</summary>
    private struct Ends
    {
        public PeerAddress? From { get; set; }

        public PeerAddress? To { get; set; }
    }
}
