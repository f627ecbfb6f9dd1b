using System.Net;
using Rappel.Media.Rtp;

namespace Rappel.Media.Sessions;

/// <summary>
/// Whose packets a session listens to, and where it sends. Peers behind NAT send from other addresses than they signal, so the first
/// valid source is latched; after that a third party must not be able to take the stream over. The rule:
/// <list type="bullet">
/// <item>Nothing latched: the first valid packet latches its source, except for the source of before a move during
/// <see cref="MediaLimits.LatchQuarantine"/> (its last packets are still under way).</item>
/// <item>The signalled address is always believed: it is what the peer itself named, and a forger of it only sends our audio there. It
/// also ends the hold of whoever sprayed the port before the peer's first packet.</item>
/// <item>Any other source is refused, unless the latched one has been silent for <see cref="MediaLimits.LatchSilence"/> and the packet
/// goes on with its stream: same SSRC, next sequence numbers. That is a NAT that changed its mapping; a stranger cannot know the SSRC.</item>
/// </list>
/// </summary>
internal sealed class SourceLatch
{
    /// <summary>RFC 3550 A.1: sequence numbers further on are no continuation.</summary>
    private const int MaximumDropout = 3000;

    private IPEndPoint? _signalled;
    private IPEndPoint? _signalledRtcp;
    private IPEndPoint? _barred;
    private Instant _barredUntil;
    private uint _ssrc;
    private ushort _sequence;
    private Instant _heard;
    private IPEndPoint? _rtcpHeard;
    private IPEndPoint? _rtcpGuessed;

    public IPEndPoint? Source { get; private set; }

    public IPEndPoint? Destination => Source ?? _signalled;

    public IPEndPoint? RtcpDestination => _rtcpHeard ?? _rtcpGuessed ?? _signalledRtcp;

    /// <summary>What the peer's description names. An address that cannot be sent to (old-style hold) changes nothing.</summary>
    public void Signal(Instant now, MediaParameters parameters)
    {
        if (!IPAddress.TryParse(parameters.RemoteAddress, out var address) || address.Equals(IPAddress.Any)
            || address.Equals(IPAddress.IPv6Any) || parameters.RemotePort is <= 0 or > 65535)
        {
            return;
        }

        var signalled = new IPEndPoint(address, parameters.RemotePort);
        _signalledRtcp = new IPEndPoint(address, parameters.RemoteRtcpPort ?? Math.Min(parameters.RemotePort + 1, 65535));
        if (signalled.Equals(_signalled))
        {
            return;
        }

        _signalled = signalled;
        if (Source is not null)
        {
            _barred = Source;
            _barredUntil = now + MediaLimits.LatchQuarantine;
            Source = null;
        }

        _rtcpHeard = null;
        _rtcpGuessed = null;
    }

    /// <summary>ICE has found where the peer is, reports included: nothing is left to guess.</summary>
    public void Select(IPEndPoint path) => Source = _signalled = _rtcpHeard = path;

    /// <summary>Whether a valid packet of this source is the peer's.</summary>
    public bool Admit(Instant now, IPEndPoint from, in RtpPacket packet)
    {
        if (Source is null ? IsBarred(now, from) : !from.Equals(Source) && !from.Equals(_signalled) && !GoesOn(now, packet))
        {
            return false;
        }

        if (!from.Equals(Source))
        {
            Latch(from);
        }

        _ssrc = packet.Ssrc;
        _sequence = packet.Sequence;
        _heard = now;
        return true;
    }

    /// <summary>Reports come from the peer's host; their port is believed, as NAT maps it by itself.</summary>
    public bool AdmitRtcp(IPEndPoint from)
    {
        if (Destination is not { } peer || !peer.Address.Equals(from.Address))
        {
            return false;
        }

        if (!from.Equals(_rtcpHeard))
        {
            _rtcpHeard = from;
        }

        return true;
    }

    private bool IsBarred(Instant now, IPEndPoint from) => now < _barredUntil && from.Equals(_barred) && !from.Equals(_signalled);

    private bool GoesOn(Instant now, in RtpPacket packet) =>
        now - _heard >= MediaLimits.LatchSilence && packet.Ssrc == _ssrc
        && (ushort)(packet.Sequence - _sequence) is > 0 and < MaximumDropout;

    private void Latch(IPEndPoint from)
    {
        Source = from;
        _rtcpHeard = null;
        _rtcpGuessed = from.Equals(_signalled) ? null : new IPEndPoint(from.Address, Math.Min(from.Port + 1, 65535));
    }
}
