namespace Rappel.Server.Net.Sip;

/// <summary>Bounds of the browsers' connections.</summary>
public static class WsLimits
{
    /// <summary>At once; one more is refused.</summary>
    public const int Connections = 4_000;

    /// <summary>At once for one user: tabs of one browser, and a page that comes back before its old connection is missed.</summary>
    public const int ConnectionsOfOneUser = 10;

    /// <summary>Bytes of one message, which is one frame or several (RFC 7118 §5).</summary>
    public const int Message = 65_535;

    /// <summary>Bytes waiting to be sent; beyond it the browser does not read and the connection is closed.</summary>
    public const int PendingBytes = 256 * 1024;

    /// <summary>Between two pings of ours, which browsers answer by themselves: proxies keep the connection open.</summary>
    public static readonly TimeSpan PingInterval = TimeSpan.FromSeconds(10);

    /// <summary>A ping unanswered for so long says that the browser, or the network between, is gone.</summary>
    public static readonly TimeSpan PingPatience = TimeSpan.FromSeconds(10);

    /// <summary>How often it is looked whether whoever opened the connection still may have it.</summary>
    public static readonly TimeSpan SessionLook = TimeSpan.FromSeconds(5);
}
