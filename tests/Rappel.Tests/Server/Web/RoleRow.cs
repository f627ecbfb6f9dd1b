namespace Rappel.Tests.Server.Web;

/// <summary>Who may call one endpoint.</summary>
/// <param name="Endpoint">Method and route: <c>GET /api/v1/agents/{agent}</c>.</param>
/// <param name="People">Roles with spaces between, or <c>anyone</c>.</param>
/// <param name="Scopes">Of tokens, with spaces between: any one of them does.</param>
/// <param name="Own">Whether the role <c>agent</c> and the scope <c>own:agent</c> may call it only about what is their own.</param>
internal sealed record RoleRow(string Endpoint, string People, string Scopes = "", bool Own = false)
{
    public bool Anyone => People == "anyone";

    public bool LetsIn(string role) => Anyone || People.Split(' ').Contains(role);

    public bool LetsInToken(string scope) => Anyone || Scopes.Split(' ').Contains(scope);
}
