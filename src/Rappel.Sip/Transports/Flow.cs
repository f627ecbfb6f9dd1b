namespace Rappel.Sip.Transports;

public enum SipTransport
{
    Udp,
    Tcp,
}

/// <summary>Where a message came from or goes to: one UDP peer address, or one TCP connection. The shell owns the socket behind it.</summary>
/// <param name="RemoteAddress">Numeric IP address.</param>
/// <param name="Connection">For TCP: the connection's number; 0 asks the shell to open one (or to reuse one to this peer).</param>
public readonly record struct Flow(SipTransport Transport, string RemoteAddress, int RemotePort, long Connection)
{
    public override string ToString() => $"{(Transport == SipTransport.Udp ? "udp" : "tcp")}:{RemoteAddress}:{RemotePort}";
}
