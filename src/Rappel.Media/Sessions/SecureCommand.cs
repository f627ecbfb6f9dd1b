using Rappel.Media.Srtp;

namespace Rappel.Media.Sessions;

/// <summary>What whoever makes the handshake of a secured session asks of the media machine.</summary>
public abstract record SecureCommand(MediaSessionId Session) : MediaCommand(Session)
{
    /// <summary>Send these datagrams of the handshake to the peer; lost where there is no path yet: a handshake repeats itself.</summary>
    public sealed record SendHandshake(MediaSessionId Session, IReadOnlyList<ReadOnlyMemory<byte>> Datagrams) : SecureCommand(Session);

    /// <summary>The handshake is done: audio goes from now on.</summary>
    public sealed record Secure(MediaSessionId Session, SrtpKeys Keys) : SecureCommand(Session);

    /// <summary>The page has lost its connection: where it is silent too, it is gone (<see cref="MediaLimits.DoubtedSilence"/>). Or it is back.</summary>
    public sealed record Doubt(MediaSessionId Session, bool Doubted) : SecureCommand(Session);
}
