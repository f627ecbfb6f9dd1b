using System.Globalization;
using System.Security.Claims;
using Rappel.Storage.People;

namespace Rappel.Server.Web.Auth;

/// <summary>Who sends a request, as claims: a person or a token, with what they may do.</summary>
internal static class Caller
{
    private const string PermissionClaim = "permission";
    private const string AgentClaim = "agent";
    private const string StampClaim = "stamp";
    private const string BegunClaim = "begun";

    /// <summary>What a session cookie holds: no rights, so that those of the moment count.</summary>
    public static ClaimsPrincipal Sealed(UserRow user, Instant begun) => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.Name, user.Name), new Claim(StampClaim, user.Stamp),
            new Claim(BegunClaim, begun.UtcTicks.ToString(CultureInfo.InvariantCulture)),
        ], Access.SessionScheme));

    /// <summary>The person as they are now; null where the session is over: begun too long ago, or before a change that ended it.</summary>
    public static ClaimsPrincipal? Unsealed(ClaimsPrincipal sealedCaller, UserDirectory users, Instant now)
    {
        var begun = long.TryParse(sealedCaller.FindFirstValue(BegunClaim), NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) ? ticks : 0;
        return users.Find(sealedCaller.Identity?.Name) is { Enabled: true } user && user.Stamp == sealedCaller.FindFirstValue(StampClaim)
            && now.UtcTicks - begun < AuthLimits.SessionLongest.Ticks
            ? Of(user, sealedCaller.FindAll(BegunClaim))
            : null;
    }

    /// <param name="name">For journals and the audit log.</param>
    public static ClaimsPrincipal OfToken(string name, IEnumerable<string> scopes, string? agent) =>
        Of(Access.TokenScheme, name, scopes, agent, []);

    public static bool May(this ClaimsPrincipal caller, string permission) => caller.HasClaim(PermissionClaim, permission);

    /// <summary>One word for each session, the same while it lasts; null for tokens and for nobody.</summary>
    public static string? SessionKey(ClaimsPrincipal caller) =>
        caller.FindFirstValue(BegunClaim) is { } begun ? $"{begun} {caller.Identity?.Name}" : null;

    /// <summary>Key of the agent they are; null for none.</summary>
    public static string? AgentKey(this ClaimsPrincipal caller) => caller.FindFirstValue(AgentClaim);

    /// <summary>The person who is signed in; null for tokens and for nobody.</summary>
    public static UserRow? Person(this ClaimsPrincipal caller, UserDirectory users) =>
        caller.Identity?.AuthenticationType == Access.SessionScheme ? users.Find(caller.Identity.Name) : null;

    /// <summary>Which session of whom it is; another one of the same person has another.</summary>
    public static string SessionMark(this ClaimsPrincipal caller) => $"{caller.Identity?.Name} {caller.FindFirstValue(BegunClaim)}";

    private static ClaimsPrincipal Of(UserRow user, IEnumerable<Claim> besides) =>
        Of(Access.SessionScheme, user.Name, Roles.PermissionsOf(user.Role), user.Agent, [new Claim(StampClaim, user.Stamp), .. besides]);

    private static ClaimsPrincipal Of(string scheme, string name, IEnumerable<string> permissions, string? agent, IEnumerable<Claim> besides)
    {
        IEnumerable<Claim> own = agent is null ? [] : [new Claim(AgentClaim, agent)];
        return new(new ClaimsIdentity(
            [new Claim(ClaimTypes.Name, name), .. permissions.Select(p => new Claim(PermissionClaim, p)), .. own, .. besides], scheme));
    }
}
