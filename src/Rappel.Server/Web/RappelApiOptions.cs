namespace Rappel.Server.Web;

/// <param name="ApiToken">What programs send as <c>Authorization: Bearer</c>. Only its hash is kept.</param>
/// <param name="AdminPassword">What a person types on the start page. Only its hash is kept.</param>
public sealed record RappelApiOptions(string ApiToken, string AdminPassword)
{
    /// <summary>Folder for the keys that seal session cookies; null keeps them in memory, and a restart signs everybody out.</summary>
    public string? KeyFolder { get; init; }

    public TimeSpan CommandTimeout { get; init; } = ApiLimits.CommandTimeout;

    /// <summary>Of one address.</summary>
    public double RequestsPerSecond { get; init; } = ApiLimits.RequestsPerSecond;

    /// <summary>Never the secrets.</summary>
    public override string ToString() => nameof(RappelApiOptions);
}
