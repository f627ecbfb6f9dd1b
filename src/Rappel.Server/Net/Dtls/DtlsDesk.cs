using Microsoft.Extensions.Logging;
using Rappel.Engine;
using Rappel.Media.Sessions;
using Rappel.Server.Net.Media;

namespace Rappel.Server.Net.Dtls;

/// <summary>The handshakes of all secured sessions. For the media thread alone; what the handshakes come to goes back to it as orders.</summary>
/// <param name="identity">Null where this machine has no OpenSSL: then nobody offers a secured session either.</param>
internal sealed class DtlsDesk(DtlsIdentity? identity, Func<MediaOrder, bool> post, Action<MediaEvent> tell, ILogger log)
{
    private readonly Dictionary<MediaSessionId, DtlsLine> lines = [];

    /// <summary>Agreed on, first or anew. Another certificate of the browser's asks for another handshake.</summary>
    public void Configure(MediaSessionId session, SecuredMedia agreed)
    {
        if (identity is null || (lines.TryGetValue(session, out var line) && line.Agreed.Fingerprint == agreed.Fingerprint))
        {
            return;
        }

        Close(session);
        lines[session] = new DtlsLine(session, identity, agreed, post, tell, log);
    }

    public void Handle(SecureEvent happened)
    {
        if (!lines.TryGetValue(happened.Session, out var line))
        {
            return;
        }

        switch (happened)
        {
            case SecureEvent.PathFound:
                line.PathFound();
                break;
            case SecureEvent.HandshakeReceived received:
                line.Received(received.Datagram);
                break;
        }
    }

    public void Close(MediaSessionId session)
    {
        if (lines.Remove(session, out var line))
        {
            line.Dispose();
        }
    }
}
