using System.Collections.Immutable;
using System.Net;
using Rappel.Server.Configuration;

namespace Rappel.Server.Composition;

/// <summary>What the environment says about this machine. Everything about the contact centre itself is configuration, not this.</summary>
/// <param name="Bind">Address all sockets listen on.</param>
/// <param name="SipPort">UDP and TCP.</param>
/// <param name="FirstRtpPort">First port of the range media may use.</param>
/// <param name="LastRtpPort">Last port of the range, included.</param>
/// <param name="DataFolder">Absolute path.</param>
/// <param name="Configuration">What to begin with where the store has nothing yet.</param>
/// <param name="Carrier">Where the example's trunk sends calls, <c>host:port</c>.</param>
/// <param name="AdminPassword">Null where unset: then the first administrator is made in the browser.</param>
/// <param name="ApiToken">Null where unset: then tokens are made in the browser.</param>
/// <param name="AgentPassword">Null where unset: then made up at first start.</param>
public sealed record ServerSettings(
    IPAddress Bind,
    int HttpPort,
    int SipPort,
    int FirstRtpPort,
    int LastRtpPort,
    string DataFolder,
    ConfigurationSource Configuration,
    string Carrier,
    string? AdminPassword,
    string? ApiToken,
    string? AgentPassword)
{
    /// <summary>Connection string of the PostgreSQL database that keeps everything but recordings; null for SQLite in the data folder.</summary>
    public string? Postgres { get; init; }

    /// <summary>Requests of scripts and webhooks may reach this machine and private networks.</summary>
    public bool AllowsPrivateWeb { get; init; }

    /// <summary>Proxies whose word about the address and scheme of HTTP requests is taken.</summary>
    public ImmutableArray<IPNetwork> TrustedProxies { get; init; } = [];

    /// <summary>Never the secrets.</summary>
    public override string ToString() => nameof(ServerSettings);

    public bool BindsEverywhere => Bind.Equals(IPAddress.Any) || Bind.Equals(IPAddress.IPv6Any);
}
