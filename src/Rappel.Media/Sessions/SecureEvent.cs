namespace Rappel.Media.Sessions;

/// <summary>What a media machine tells whoever makes the handshake of a secured session.</summary>
public abstract record SecureEvent(MediaSessionId Session) : MediaEvent(Session)
{
    /// <summary>The browser has named the path to use, for the first time: who begins the handshake begins now.</summary>
    public sealed record PathFound(MediaSessionId Session) : SecureEvent(Session);

    /// <summary>A datagram of the handshake came over it.</summary>
    public sealed record HandshakeReceived(MediaSessionId Session, ReadOnlyMemory<byte> Datagram) : SecureEvent(Session);

    /// <summary>The browser has ended it: it hung up, or the page was closed or is being loaded again.</summary>
    public sealed record PeerClosed(MediaSessionId Session) : SecureEvent(Session);

    /// <summary>The session will carry no audio and is to be closed: no path was found, or the handshake failed.</summary>
    /// <param name="Why">For the log.</param>
    public sealed record SecuringFailed(MediaSessionId Session, string Why) : SecureEvent(Session);
}
