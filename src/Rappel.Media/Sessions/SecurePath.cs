using System.Net;
using Rappel.Media.Ice;
using Rappel.Media.Srtp;

namespace Rappel.Media.Sessions;

/// <summary>What a session to and from a browser has besides: the path that ICE found, and the keys of SRTP.</summary>
internal sealed class SecurePath : IDisposable
{
    /// <summary>For packets that are opened. Of the session: what is in it is read before the next one comes.</summary>
    private readonly byte[] _opened = new byte[MediaLimits.MaximumPacket];

    private SecuredMedia _agreed;
    private IceLite _ice;
    private IPEndPoint? _before;
    private SrtpSender? _sender;
    private SrtpReceiver? _receiver;

    public SecurePath(Instant now, SecuredMedia agreed)
    {
        _agreed = agreed;
        _ice = Ice(agreed);
        Since = now;
    }

    /// <summary>Since then a path and keys are waited for.</summary>
    public Instant Since { get; private set; }

    /// <summary>Told that nothing came of it.</summary>
    public bool HasFailed { get; set; }

    /// <summary>Whether a short silence is enough to say that nobody is there.</summary>
    public bool IsDoubted { get; set; }

    public bool IsSecure => _sender is not null;

    /// <summary>Where the browser is; null before it has said so.</summary>
    public IPEndPoint? Destination => _ice.Path ?? _before;

    /// <summary>
    /// Agreed anew. Another name of the browser's means that it looks for a path anew (RFC 8445 §2.4), and is heard over the one before until it
    /// has one. Another certificate is another browser, or a page that was loaded anew: everything begins again.
    /// </summary>
    public void Agree(Instant now, SecuredMedia agreed)
    {
        if (agreed.Fingerprint != _agreed.Fingerprint)
        {
            (_ice, _before, Since, HasFailed) = (Ice(agreed), null, now, false);
            Dispose();
        }
        else if (agreed.RemoteFragment != _agreed.RemoteFragment || agreed.LocalFragment != _agreed.LocalFragment)
        {
            _before = Destination;
            _ice = Ice(agreed);
        }

        _agreed = agreed;
    }

    public int AnswerCheck(Instant now, IPEndPoint source, ReadOnlySpan<byte> packet, Span<byte> answer) => _ice.Answer(now, source, packet, answer);

    public void Secure(SrtpKeys keys)
    {
        Dispose();
        _sender = new SrtpSender(keys);
        _receiver = new SrtpReceiver(keys);
    }

    /// <summary>Protects in place; gives the new length.</summary>
    public int Protect(byte[] buffer, bool rtcp, int length) =>
        rtcp ? _sender!.ProtectRtcp(buffer, length) : _sender!.ProtectRtp(buffer, length);

    /// <summary>What the packet holds; empty where it is not to be trusted.</summary>
    public ReadOnlySpan<byte> Open(ReadOnlySpan<byte> packet, bool rtcp) =>
        _receiver is null ? [] : _opened.AsSpan(0, rtcp ? _receiver.OpenRtcp(packet, _opened) : _receiver.OpenRtp(packet, _opened));

    public void Dispose()
    {
        _sender?.Dispose();
        _receiver?.Dispose();
        _sender = null;
        _receiver = null;
    }

    private static IceLite Ice(SecuredMedia agreed) => new(agreed.LocalFragment, agreed.LocalPassword, agreed.RemoteFragment);
}
