namespace Rappel.Server.Net.Sip;

/// <summary>Bounds of the SIP sockets.</summary>
public static class SipNetLimits
{
    /// <summary>Largest datagram: all that UDP can carry.</summary>
    public const int Datagram = 65_535;

    /// <summary>Asked of the system for bursts while the process is busy.</summary>
    public const int SocketBuffer = 4 * 1024 * 1024;

    /// <summary>What the receiver of datagrams asks to be, where it may, the same as audio: what waits in the system's buffer is seen by nobody, and
    /// a call that cannot be taken is to hear so at once. It needs a twentieth of a core at most.</summary>
    public const int Nice = -10;

    /// <summary>How long sending one datagram may wait for room in that buffer; then it is lost. The least the system knows.</summary>
    public static readonly TimeSpan SendPatience = TimeSpan.FromMilliseconds(1);

    /// <summary>Peer addresses remembered as text.</summary>
    public const int RememberedPeers = 8_192;

    /// <summary>TCP connections at once; one more is closed at once.</summary>
    public const int Connections = 4_000;

    /// <summary>TCP connections at once from one address; one more is closed at once.</summary>
    public const int ConnectionsOfOnePeer = 500;

    /// <summary>Bytes waiting to be sent on one connection; beyond it the peer does not read and the connection is closed.</summary>
    public const int PendingBytes = 1024 * 1024;

    public const int ReadBuffer = 16 * 1024;

    public static readonly TimeSpan ConnectTime = TimeSpan.FromSeconds(5);

    /// <summary>A connection made to us must bring its first whole message within it.</summary>
    public static readonly TimeSpan FirstMessage = TimeSpan.FromSeconds(30);

    /// <summary>A connection on which nothing came for so long is closed. Longer than the longest registration, so that a registered phone keeps its own.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(70);

    /// <summary>What is queued when a connection ends (the answer to a message that broke its stream) gets so long to leave.</summary>
    public static readonly TimeSpan LastWords = TimeSpan.FromSeconds(2);

    /// <summary>A stream is read again after so long while the engine is far behind.</summary>
    public static readonly TimeSpan Held = TimeSpan.FromMilliseconds(20);

    /// <summary>Bytes of a caller's name; a longer one is no agent's.</summary>
    public const int AgentName = 64;
}
