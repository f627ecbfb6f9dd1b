using System.Security.Claims;

namespace Rappel.Server.Web.Auth;

/// <summary>What programs send, and what it lets them do.</summary>
internal sealed class ApiTokens(RappelApiOptions options)
{
    /// <summary>For journals: the token of the environment.</summary>
    public const string EnvironmentName = "api";

    private readonly SecretHash? _given = options.ApiToken is { } token ? new SecretHash(token, "The API token") : null;

    /// <summary>Null where nobody may come in with it.</summary>
    public ClaimsPrincipal? Find(string token) =>
        _given?.Matches(token) == true ? Caller.OfToken(EnvironmentName, Permission.Scopes, null) : null;
}
