using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Rappel.Server.Web.Auth;

namespace Rappel.Server.Web.Events;

/// <summary>Whether one who listens may go on: a stream lives longer than the request's own check of session or token.</summary>
internal sealed class ListenerAccess(UserDirectory users, ApiTokens tokens, TimeProvider time)
{
    private const string Bearer = "Bearer ";

    /// <param name="suffices">Whether what a caller may do now is enough.</param>
    public Func<bool> Watch(HttpContext context, Func<ClaimsPrincipal, bool> suffices)
    {
        var caller = context.User;
        if (caller.Identity?.AuthenticationType == Access.SessionScheme)
        {
            return () => Caller.Unsealed(caller, users, time.GetUtcNow()) is { } person && suffices(person);
        }

        var token = context.Request.Headers.Authorization.ToString()[Bearer.Length..].Trim();
        return () => tokens.Find(token) is { } program && suffices(program);
    }
}
