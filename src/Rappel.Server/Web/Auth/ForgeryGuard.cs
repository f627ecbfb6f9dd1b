using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Rappel.Server.Web.Problems;

namespace Rappel.Server.Web.Auth;

/// <summary>
/// A change that rides on a session cookie must carry a header that another site's page cannot send without asking us first (CORS,
/// which we never grant). The cookie is same-site strict besides. A token is not sent by browsers on their own and needs no guard.
/// </summary>
internal static class ForgeryGuard
{
    public const string Header = "X-Rappel-Request";

    public static async ValueTask<object?> CheckAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var method = http.Request.Method;
        var changes = !HttpMethods.IsGet(method) && !HttpMethods.IsHead(method);
        var byToken = http.User.Identity?.AuthenticationType == Access.TokenScheme;
        return changes && !byToken && http.Request.Headers[Header] != "1"
            ? ProblemResults.Of(403, "forgery-guard", "The request may come from another site", $"Send `{Header}: 1` with a session cookie.")
            : await next(context);
    }
}
