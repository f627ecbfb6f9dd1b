using System.Collections.Immutable;
using System.Net;
using Rappel.Core.Calls;
using Rappel.Server.Web.Auth;

namespace Rappel.Server.Web;

/// <param name="ApiToken">A token with every scope, beside those in the store; null for none. Only its hash is kept.</param>
/// <param name="AdminPassword">Of the user <c>admin</c> from now on; null where users are made in the browser alone.</param>
public sealed record RappelApiOptions(string? ApiToken, string? AdminPassword)
{
    public TenantId Tenant { get; init; } = TenantId.Default;

    /// <summary>Folder for the keys that seal session cookies; null keeps them in memory, and a restart signs everybody out.</summary>
    public string? KeyFolder { get; init; }

    /// <summary>Where what was recorded lies; null where nothing is played.</summary>
    public string? DataFolder { get; init; }

    /// <summary>Whose word about the address and scheme of a request is taken; none where it is empty.</summary>
    public ImmutableArray<IPNetwork> TrustedProxies { get; init; } = [];

    /// <summary>The built browser application; null or missing leaves the HTTP interface alone.</summary>
    public string? ApplicationFolder { get; init; }

    public TimeSpan CommandTimeout { get; init; } = ApiLimits.CommandTimeout;

    /// <summary>Of one address.</summary>
    public double RequestsPerSecond { get; init; } = ApiLimits.RequestsPerSecond;

    /// <summary>Of the hash of a password made from now on.</summary>
    public int PasswordIterations { get; init; } = AuthLimits.PasswordIterations;

    /// <summary>Never the secrets.</summary>
    public override string ToString() => nameof(RappelApiOptions);
}
