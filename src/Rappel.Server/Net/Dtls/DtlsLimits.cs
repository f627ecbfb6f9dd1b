namespace Rappel.Server.Net.Dtls;

/// <summary>Bounds of the handshakes with browsers.</summary>
public static class DtlsLimits
{
    /// <summary>Bytes of a datagram we send: passes every network (RFC 8831 §5).</summary>
    public const int Datagram = 1_200;

    /// <summary>Datagrams of one handshake that wait to be looked at; more are lost, and sent again by the browser.</summary>
    public const int Waiting = 64;

    /// <summary>Our certificate is made at each start and outlives no process; it is given this long all the same.</summary>
    public static readonly TimeSpan CertificateLife = TimeSpan.FromDays(400);

    /// <summary>Clocks of browsers may be behind ours.</summary>
    public static readonly TimeSpan CertificateBegins = TimeSpan.FromDays(2);
}
