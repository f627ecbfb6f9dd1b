using System.Net;
using Rappel.Media.Ice;

namespace Rappel.Media.Sessions;

/// <summary>A session to and from a browser: checks of the path, the handshake and audio share one port (RFC 7983).</summary>
internal sealed partial class MediaSession : IDisposable
{
    private SecurePath? _path;

    public bool IsSecured => _path is not null;

    public void ReceiveSecured(Instant now, IPEndPoint source, ReadOnlySpan<byte> bytes)
    {
        switch (bytes.IsEmpty ? (byte)255 : bytes[0])
        {
            case <= 3:
                AnswerCheck(now, source, bytes);
                break;
            case >= 20 and <= 63 when source.Equals(_path!.Destination):
                _outbox.Tell(new SecureEvent.HandshakeReceived(Id, bytes.ToArray()));
                break;
            case >= 128 and <= 191 when bytes.Length > 1:
                Open(now, bytes, IsRtcp(bytes[1]));
                break;
            default:
                _outbox.Counters.Malformed++;
                break;
        }
    }

    public void SendHandshake(IReadOnlyList<ReadOnlyMemory<byte>> datagrams)
    {
        foreach (var datagram in datagrams)
        {
            if (_path?.Destination is { } destination && datagram.Length <= MediaLimits.MaximumPacket && _outbox.Rent() is { } buffer)
            {
                datagram.Span.CopyTo(buffer);
                _outbox.Commit(Id, _localPort, false, destination, datagram.Length);
            }
        }
    }

    public void Secure(Srtp.SrtpKeys keys)
    {
        if (_path is { Destination: { } destination } path)
        {
            path.Secure(keys);
            _latch.Select(destination);
        }
    }

    public void Doubt(bool doubted) => _path?.IsDoubted = doubted;

    public void Dispose() => _path?.Dispose();

    private void AgreeSecurity(Instant now, SecuredMedia agreed)
    {
        if (_path is null)
        {
            _path = new SecurePath(now, agreed);
        }
        else
        {
            _path.Agree(now, agreed);
        }
    }

    private void AnswerCheck(Instant now, IPEndPoint source, ReadOnlySpan<byte> bytes)
    {
        Span<byte> answer = stackalloc byte[StunLimits.Answer];
        var before = _path!.Destination;
        var length = _path.AnswerCheck(now, source, bytes, answer);
        if (length == 0 || _outbox.Rent() is not { } buffer)
        {
            _outbox.Counters.Foreign++;
            return;
        }

        answer[..length].CopyTo(buffer);
        _outbox.Commit(Id, _localPort, false, source, length);

        // RFC 7675: as long as it checks, the browser is there and wants to hear us, even where nobody may speak.
        Note(now);
        if (_path.Destination is { } path && !path.Equals(before))
        {
            if (before is null)
            {
                _outbox.Tell(new SecureEvent.PathFound(Id));
            }

            if (_path.IsSecure)
            {
                _latch.Select(path);
            }
        }
    }

    /// <summary>What is authentic is the browser's, whatever path it took: the latch need not guess.</summary>
    private void Open(Instant now, ReadOnlySpan<byte> bytes, bool rtcp)
    {
        var opened = _path!.Open(bytes, rtcp);
        if (opened.IsEmpty)
        {
            _outbox.Counters.Foreign++;
        }
        else if (rtcp)
        {
            ReceiveRtcp(now, _path.Destination!, opened);
        }
        else
        {
            Receive(now, _path.Destination!, opened);
        }
    }

    /// <summary>Nothing plays before the browser can hear it; a browser that never comes is not waited for.</summary>
    private bool AwaitsSecurity(Instant now)
    {
        if (_path is null or { IsSecure: true })
        {
            return false;
        }

        if (!_path.HasFailed && now - _path.Since >= (_path.IsDoubted ? MediaLimits.DoubtedSilence : MediaLimits.SecuringWithin))
        {
            _path.HasFailed = true;
            _outbox.Tell(new SecureEvent.SecuringFailed(Id, _path.Destination is null ? "the browser found no way to our media port" : "the handshake came to no end"));
        }

        return true;
    }

    /// <summary>RFC 5761 §4: types of reports, and of audio, never have the same byte.</summary>
    private static bool IsRtcp(byte type) => type is >= 192 and <= 223;

    /// <summary>The buffer last rented holds a packet for the peer.</summary>
    private void Send(byte[] buffer, bool rtcp, IPEndPoint destination, int length)
    {
        if (_path is null)
        {
            _outbox.Commit(Id, _localPort, rtcp, destination, length);
        }
        else if (_path.IsSecure)
        {
            _outbox.Commit(Id, _localPort, false, destination, _path.Protect(buffer, rtcp, length));
        }
    }
}
