namespace Rappel.Sip.Transports;

public enum SipTransport
{
    Udp,
    Tcp,

    /// <summary>A WebSocket that a browser opened to us (RFC 7118). We can open none: what is lost with it comes back only when the browser does.</summary>
    Ws,
}

/// <summary>Where a message came from or goes to: one UDP peer address, or one connection. The shell owns the socket behind it.</summary>
/// <param name="RemoteAddress">Numeric IP address.</param>
/// <param name="Connection">The connection's number. For TCP, 0 asks the shell to open one (or to reuse one to this peer); for a WebSocket it says that
/// the connection is gone.</param>
public readonly record struct Flow(SipTransport Transport, string RemoteAddress, int RemotePort, long Connection)
{
    /// <summary>Nothing can be sent there: the browser has to come back first.</summary>
    public bool IsLost => Transport == SipTransport.Ws && Connection == 0;

    public override string ToString() => $"{Word}:{RemoteAddress}:{RemotePort}";

    private string Word => Transport switch
    {
        SipTransport.Udp => "udp",
        SipTransport.Tcp => "tcp",
        _ => "ws",
    };
}
