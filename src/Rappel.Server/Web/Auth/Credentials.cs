namespace Rappel.Server.Web.Auth;

/// <summary>What callers of the HTTP interface are compared with.</summary>
internal sealed class Credentials(RappelApiOptions options)
{
    public SecretHash ApiToken { get; } = new(options.ApiToken, "The API token");

    public SecretHash AdminPassword { get; } = new(options.AdminPassword, "The administrator's password");
}
